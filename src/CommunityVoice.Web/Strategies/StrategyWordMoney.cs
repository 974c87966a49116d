using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.Strategies;

/// <summary>The money of a strategy in its Word file: every line, what they come to, and the shifts.</summary>
internal sealed class StrategyWordMoney(WordDocument word, Func<string, string, WordPiece> link)
{
    public void Write(StrategyReading reading)
    {
        word.Heading(1, "Where the money goes");
        if (reading.Version.Lines.Count == 0)
        {
            word.Paragraph("There is no money in this version. Each action says why.");
            return;
        }
        word.Caption("Line by line");
        word.Table("Line by line", ["Line", "Money", "Goes to", "Period", "Paid by", "After that", "Use", "For"],
            reading.Version.LinesInOrder.Select(Row).Append([.. new[] { "In all", Money.Words(reading.Pence), "", "", "", "", "", "" }.Select(words => new WordPiece(words))]));
        Table("Totals", ["Of all the money", "Money"], Totals(reading));
        Table("Money by shift", ["Shift", "Lines", "Money"], reading.Shifts.Select(s => new[] { s.Name, $"{s.Lines}", Money.Words(s.Pence) }));
        var risks = reading.Version.LinesInOrder.Where(l => l.RiskAccepted.Length > 0).ToList();
        if (risks.Count == 0) return;
        word.Heading(2, "Risks accepted instead of more control");
        var list = word.StartList(numbered: false);
        foreach (var line in risks) word.Item(list, 0, new WordPiece($"Line {line.Number}: ", Bold: true), new WordPiece(line.RiskAccepted));
    }

    private WordPiece[] Row(BudgetLine line) =>
    [
        new($"{line.Number}. {line.Title}"), new(Money.Words(line.Pence)), Named(line.Payee, line.Recipient), new($"{StrategyWordFile.Day(line.StartsOn)} to {StrategyWordFile.Day(line.EndsOn)}"), Named(line.Payer, line.Source),
        new(line.IsRecurring ? "Meant to go on" : "Once"), new(line.TermsWords()), new(line.Action is { } action ? $"Action {action.Number}" : "No action"),
    ];

    private WordPiece Named(Body? body, string words) => body is null ? new(words) : link(body.Name, $"/bodies/{body.Slug}");

    private static IEnumerable<string[]> Totals(StrategyReading reading)
    {
        var (goesOn, free) = (reading.Version.Lines.Where(l => l.IsRecurring).Sum(l => l.Pence), CountedLine.Of(reading.Version).Sum(l => l.PenceUnrestricted));
        yield return ["Meant to go on", Money.Words(goesOn)];
        yield return ["Once", Money.Words(reading.Pence - goesOn)];
        yield return ["Those who get it decide how to use it", Money.Words(free)];
        yield return ["For one purpose only", Money.Words(reading.Pence - free)];
        yield return ["In all", Money.Words(reading.Pence)];
    }

    private void Table(string caption, IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        word.Caption(caption);
        word.Table(caption, heads, rows);
    }
}
