using System.Security.Cryptography;

namespace CommunityVoice.Voting;

/// <summary>
/// The code on a receipt: twenty random letters and digits (100 bits), none of them easily mistaken for another, in groups of four.
/// It is the salt of the entry's commitment, so whoever holds it can recompute that and nobody can guess it.
/// </summary>
public static class ReceiptCode
{
    /// <summary>Without I, L, O and U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;

    public static string New(int length = Length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>As people see it: 7QFK-2M9X-….</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>What somebody typed, whatever its case, spaces and dashes, and with I, L and O taken for what they look like; none when it is no code.</summary>
    public static string? Read(string? typed, int length = Length)
    {
        var code = new string([.. (typed ?? "").ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '.' or ','))
            .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
        return code.Length == length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>Finds the entry without keeping the code beside it.</summary>
    public static string HashOf(string code) => Hashes.Sha256("receipt", code);
}
