using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CommunityVoice.Analysis.Ballots.Bundles;

/// <summary>A SHA-256 in 32 bytes, so that a million of them fit in little memory. All zeros stands for what the first entry follows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Hash256(ulong A, ulong B, ulong C, ulong D)
{
    private const int OnStack = 1024;

    /// <summary>The hash of the UTF-8 bytes of a text.</summary>
    public static Hash256 Of(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return MemoryMarshal.Read<Hash256>(hash);
    }

    /// <summary>Reads 64 lower-case hexadecimal digits; anything else is refused, so that one hash has one text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Hash256 hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        if (text.Length != 64 || text.ContainsAnyInRange('A', 'F') || Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        hash = MemoryMarshal.Read<Hash256>(bytes);
        return hash != default;
    }

    public override string ToString() => Convert.ToHexStringLower(MemoryMarshal.AsBytes(new ReadOnlySpan<Hash256>(in this)));

    // The digits of a hash are as good as random already.
    public override int GetHashCode() => (int)A;

    public bool Equals(Hash256 other) => A == other.A && B == other.B && C == other.C && D == other.D;
}
