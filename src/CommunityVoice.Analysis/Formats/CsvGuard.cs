namespace CommunityVoice.Analysis.Formats;

/// <summary>Writes people's text into CSV so that no spreadsheet takes it for a formula, and reads it back unchanged.</summary>
/// <remarks>
/// Rule R-F16 (OWASP ASVS 5.0, 1.2.10): text that begins with = + - @, a tab, a line end or NUL gets an apostrophe before it. So does text that begins
/// with apostrophes and then one of those, which makes guarding reversible: <see cref="Strip"/> takes away exactly what <see cref="Guard"/> put there.
/// Numbers are not text and are written as they are. Quoting is that of RFC 4180.
/// </remarks>
public static class CsvGuard
{
    private const string Dangerous = "=+-@\t\r\n\0";

    /// <summary>One field of a line: guarded, and quoted where it holds a comma, a quote or a line end, or begins or ends with a blank.</summary>
    public static string Field(string text)
    {
        var guarded = Guard(text);
        return guarded.AsSpan().IndexOfAny(",\"\r\n") >= 0 || guarded.Length != guarded.AsSpan().Trim().Length
            ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : guarded;
    }

    /// <summary>The text with an apostrophe before it where it needs one.</summary>
    public static string Guard(string text) => NeedsGuard(text) ? "'" + text : text;

    /// <summary>The text that was guarded. On text that never was, it takes away an apostrophe before one of the dangerous characters.</summary>
    public static string Strip(string text) => text.StartsWith('\'') && NeedsGuard(text) ? text[1..] : text;

    private static bool NeedsGuard(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && Dangerous.Contains(rest[0], StringComparison.Ordinal);
    }
}
