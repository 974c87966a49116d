using CommunityVoice.Strategies;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.Strategies;

/// <summary>The money of a strategy in its Word file: every line, what they come to, and the shifts.</summary>
internal sealed class StrategyWordMoney(WordDocument word)
{
    public void Write(StrategyReading reading)
    {
        word.Heading(1, "Where the money goes");
        if (reading.Version.Lines.Count == 0)
        {
            word.Paragraph("There is no money in this version. Each action says why.");
            return;
        }
        Table("Line by line", ["Line", "Money", "Period", "Paid by", "After that", "Use", "For"],
            reading.Version.LinesInOrder.Select(Row).Append(["In all", Money.Words(reading.Pence), "", "", "", "", ""]));
        Table("Totals", ["Of all the money", "Money"], Totals(reading));
        Table("Money by shift", ["Shift", "Lines", "Money"], reading.Shifts.Select(s => new[] { s.Name, $"{s.Lines}", Money.Words(s.Pence) }));
        var risks = reading.Version.LinesInOrder.Where(l => l.RiskAccepted.Length > 0).ToList();
        if (risks.Count == 0) return;
        word.Heading(2, "Risks accepted instead of more control");
        var list = word.StartList(numbered: false);
        foreach (var line in risks) word.Item(list, 0, new WordPiece($"Line {line.Number}: ", Bold: true), new WordPiece(line.RiskAccepted));
    }

    private static string[] Row(BudgetLine line) =>
    [
        $"{line.Number}. {line.Title}, to {line.Recipient}", Money.Words(line.Pence), $"{StrategyWordFile.Day(line.StartsOn)} to {StrategyWordFile.Day(line.EndsOn)}", line.Source,
        line.IsRecurring ? "Meant to go on" : "Once", line.TermsWords(), line.Action is { } action ? $"Action {action.Number}" : "No action",
    ];

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
