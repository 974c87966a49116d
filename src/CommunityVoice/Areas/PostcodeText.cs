using System.Text.RegularExpressions;

namespace CommunityVoice.Areas;

/// <summary>Reads a postcode as people type it.</summary>
public static partial class PostcodeText
{
    /// <summary>Upper case without spaces, "M331AA"; none when it does not look like a whole postcode.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null) return null;
        var code = Spaces().Replace(typed, "").ToUpperInvariant();
        return Shape().IsMatch(code) ? code : null;
    }

    /// <summary>As it is written: "M33 1AA".</summary>
    public static string Written(string code) => code.Length < 5 ? code : $"{code[..^3]} {code[^3..]}";

    [GeneratedRegex(@"[\s\u00A0\-\.]+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Shape();
}
