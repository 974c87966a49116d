using System.Security.Cryptography;
using System.Text;

namespace CommunityVoice;

/// <summary>Hashes of text fields, unambiguous: each field is preceded by its length in bytes.</summary>
public static class Hashes
{
    /// <summary>Lower-case hexadecimal SHA-256 of the fields.</summary>
    public static string Sha256(params ReadOnlySpan<string> fields) => Convert.ToHexStringLower(SHA256.HashData(Join(fields)));

    /// <summary>Lower-case hexadecimal HMAC-SHA-256 of the fields under a server key.</summary>
    public static string Keyed(byte[] key, params ReadOnlySpan<string> fields) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Join(fields)));

    /// <summary>Random bytes as lower-case hexadecimal.</summary>
    public static string RandomHex(int bytes) => RandomNumberGenerator.GetHexString(bytes * 2, lowercase: true);

    private static byte[] Join(ReadOnlySpan<string> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields) text.Append(Encoding.UTF8.GetByteCount(field)).Append(':').Append(field).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
