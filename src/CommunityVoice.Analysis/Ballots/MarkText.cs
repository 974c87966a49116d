using System.Globalization;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>The canonical text of one mark on one statement: <c>12=1</c> agrees, <c>12=-1</c> disagrees, <c>12=0</c> passes, <c>12=</c> was taken back; <see cref="ChoicesText.LeftOut(long, string)"/> says what was left out.</summary>
/// <remarks>Source: design section 6 (one entry per mark). Anything else is refused, so that one mark has one text and one hash.</remarks>
public static class MarkText
{
    /// <summary>Writes a mark; a value other than 1, 0, -1 or none throws.</summary>
    public static string Write(long statement, int? value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(statement);
        if (value is < -1 or > 1) throw new ArgumentOutOfRangeException(nameof(value), value, "A mark is 1, 0 or -1.");
        return string.Create(CultureInfo.InvariantCulture, $"{statement}={value}");
    }

    /// <summary>The statement that a mark, taken back or left out or neither, is about; text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static long StatementOf(string choices)
    {
        var leftOut = choices.IndexOf('!', StringComparison.Ordinal);
        if (leftOut >= 0) choices = choices[..leftOut];
        return choices is [.., '='] ? Read(choices + "0").Statement : Read(choices).Statement;
    }

    /// <summary>Reads a mark that was not taken back; text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static (long Statement, int Value) Read(string choices)
    {
        var at = choices.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || choices[0] == '0' || !long.TryParse(choices.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var statement))
            throw new FormatException($"\"{choices}\" is not the canonical text of a mark.");
        return (statement, choices.AsSpan(at + 1) switch
        {
            "1" => 1,
            "0" => 0,
            "-1" => -1,
            _ => throw new FormatException($"\"{choices}\" is not the canonical text of a mark."),
        });
    }
}
