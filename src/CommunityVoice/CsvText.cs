namespace CommunityVoice;

/// <summary>Lines of a file that spreadsheets open. What they would take for a formula gets an apostrophe in front (rule R-F16).</summary>
public static class CsvText
{
    public static string Line(params IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string text)
    {
        var bare = text.Replace("\0", "", StringComparison.Ordinal);
        var safe = bare is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + bare : bare;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
