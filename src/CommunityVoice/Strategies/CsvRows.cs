using System.Text;

namespace CommunityVoice.Strategies;

/// <summary>Takes CSV that people paste apart (RFC 4180), each row with the line it began on, so that errors can name it.</summary>
internal static class CsvRows
{
    public static List<(int Line, List<string> Fields)> Of(string text)
    {
        var rows = new List<(int, List<string>)>();
        var (fields, field, quoted, line, began) = (new List<string>(), new StringBuilder(), false, 1, 1);
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length ? text[i] : '\n';
            if (letter == '\n') line++;
            if (quoted && i < text.Length)
            {
                if (letter != '"') field.Append(letter);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
                else quoted = false;
            }
            else if (letter == '"' && field.Length == 0) quoted = true;
            else if (letter is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (letter == ',') continue;
                if (fields.Exists(f => f.Length > 0)) rows.Add((began, fields));
                (fields, began) = ([], line);
            }
            else field.Append(letter);
        }
        return rows;
    }
}
