using System.Text;

namespace CommunityVoice.Analysis.Formats;

/// <summary>Text of fields separated by semicolons, in which a field may stand in quotes, with a quote inside it doubled.</summary>
internal static class SemicolonText
{
    private static readonly System.Buffers.SearchValues<char> NeedQuotes = System.Buffers.SearchValues.Create(";\"\r\n");

    /// <summary>Rows with the line each starts on; lines end in LF, CR LF or CR; lines without a character are left out.</summary>
    public static IEnumerable<PabulibRow> Read(TextReader text)
    {
        var (fields, field, line, start, quoted) = (new List<string>(), new StringBuilder(), 1, 1, 0);
        for (int c; (c = text.Read()) >= 0;)
        {
            if (quoted > 0)
            {
                if (c == '\n') line++;
                if (c != '"') field.Append((char)c);
                else if (text.Peek() == '"') field.Append((char)text.Read());
                else quoted = 0;
            }
            else if (c == '"' && field.Length == 0) quoted = line;
            else if (c == ';') Next(fields, field);
            else if (c is '\r' or '\n')
            {
                if (c == '\r' && text.Peek() == '\n') _ = text.Read();
                if (fields.Count > 0 || field.Length > 0) yield return Row(fields, field, start);
                start = ++line;
            }
            else if (c != '\uFEFF' || line > 1 || field.Length > 0) field.Append((char)c); // a byte order mark may stand at the very start
        }
        if (quoted > 0) throw new FormatException($"Line {quoted}: a quote is opened and never closed. Close it, or double it if it belongs to the text.");
        if (fields.Count > 0 || field.Length > 0) yield return Row(fields, field, start);
    }

    public static void Write(TextWriter text, IEnumerable<string> fields)
    {
        text.Write(string.Join(';', fields.Select(f => f.AsSpan().ContainsAny(NeedQuotes) ? $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : f)));
        text.Write('\n');
    }

    private static void Next(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }

    private static PabulibRow Row(List<string> fields, StringBuilder field, int line)
    {
        Next(fields, field);
        var row = new PabulibRow(line, [.. fields]);
        fields.Clear();
        return row;
    }
}
