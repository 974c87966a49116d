using System.Globalization;
using CommunityVoice.Notifications;
using CommunityVoice.Strategies;
using CommunityVoice.Web.OpenData;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.Strategies;

/// <summary>Writes a published version of a strategy as a Word file: what is done, the money line by line, and who wrote it.</summary>
public sealed class StrategyWordFile(SiteAddress address, DataAbouts abouts)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    public byte[] Of(StrategyReading reading)
    {
        var version = reading.Version;
        using var word = new WordDocument(version.Title, reading.Strategy.By.Name);
        var text = new WordMarkdown(word, address.Home);
        if (!reading.IsNewest && reading.Newest is { } newest) word.Paragraph($"This is version {version.Number}. Version {newest.Number} took its place on {WordFile.Day(newest.PublishedAt)}.");
        if (version.Why is { } why) word.Paragraph($"Version {version.Number}: {why}");
        if (version.FocusYear is { } year) word.Paragraph(new WordPiece($"Focus for {FinancialYear.Words(year)}: ", Bold: true), new WordPiece(version.Focus));
        text.Write(version.About);
        Actions(word, text, reading);
        new StrategyWordMoney(word, Link).Write(reading);
        Measures(word, reading);
        OtherPlans(word, text, version);
        Needs(word, reading);
        new StrategyWordImprint(word, text).Write(reading, Link("Read it on the site", reading.Path), new WordPiece(abouts.Licence.Title, Link: new Uri(abouts.Licence.Address)));
        return word.Finish();
    }

    internal static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", Uk) ?? "";

    private void Actions(WordDocument word, WordMarkdown text, StrategyReading reading)
    {
        word.Heading(1, "What will be done");
        foreach (var (item, actions, also) in reading.Groups)
        {
            word.Heading(2, item.Title);
            foreach (var action in actions) Action(word, text, reading, action);
            if (also.Count > 0) word.Paragraph($"{(actions.Count > 0 ? "Also served by" : "Served by")} {string.Join(", ", also.Select(o => $"action {o.Number}, {o.Title}"))}.");
        }
    }

    private void Action(WordDocument word, WordMarkdown text, StrategyReading reading, StrategyAction action)
    {
        word.Heading(3, $"{action.Number}. {action.Title}");
        text.Write(action.WhatWillBeDone, headingsFrom: 5);
        Fact(word, "What it is about", action.Class.Word());
        if (reading.Strategy.StateOf(action.Number) is { } state) Fact(word, "How it stands", state.Word());
        if (reading.Risks.GetValueOrDefault(action.Number) is { } risk) Risk(word, risk);
        Fact(word, "Who does it", $"{action.OwnerWords() ?? "Not said yet"}{(action.DueOn is { } due ? $", by {Day(due)}" : "")}");
        if (action.OwnerKind == OwnerKind.National && action.NationalAsk.Length > 0) Fact(word, "What is asked of them", action.NationalAsk);
        if (action.Brings.Count > 0) Fact(word, "What it brings that was missing", string.Join(", ", action.Brings.Select(b => b.Element.Name).Order(StringComparer.Ordinal)));
        if (action.Skills.Count > 0) Fact(word, "Skills of people here that it needs", $"{reading.Skills.Words(action.Skills.Select(s => s.Code))}{(action.PeopleNeeded is { } people ? $"; about {Words.Count(people, "person", "people")}" : "")}");
        Fact(word, "How it is measured", action.Measure.Length == 0 ? "Not said yet" : $"{action.Measure}. Now: {action.Baseline}. Aim: {action.Target}.");
        Fact(word, "Where it is decided", $"{action.Level.Word()}{(action.CouldBeLower.Length > 0 ? $". Could it be decided lower? {action.CouldBeLower}" : "")}");
        Fact(word, "Aligned with", action.Horizon is { } horizon ? $"{action.Alignment} ({horizon.Word()})" : "Not aligned with a national or long-term aim, and need not be");
        if (action.Shift.Length > 0) Fact(word, "Shift", reading.Lists.Shift(action.Shift));
        if (action.Determinants.Length > 0) Fact(word, "What it is about outside health care", reading.Determinants.Names(action.Determinants));
        Asked(word, reading, action);
        Paid(word, action, reading.Version.LinesOf(action));
    }

    private static void Risk(WordDocument word, CapacityRisk risk)
    {
        if (risk.IsAtRisk) Fact(word, "At risk", risk.Pence == 0 ? "no money" : "nothing for capacity");
        Fact(word, "Where capacity is short", $"{string.Join(", ", risk.Themes)}{(risk.Comments > 0 ? $" ({Words.Count(risk.Comments, "comment", "comments")})" : "")}");
    }

    private void Asked(WordDocument word, StrategyReading reading, StrategyAction action)
    {
        var findings = reading.FindingsOf(action).ToList();
        if (findings.Count == 0) Fact(word, "Who asked for it", $"Without a finding{(action.NoFindingReason.Length > 0 ? $", because: {action.NoFindingReason}" : "")}");
        foreach (var finding in findings) Fact(word, "Who asked for it", Link(finding.Heading, finding.Href), new WordPiece($" ({finding.Summary})"));
    }

    private static void Paid(WordDocument word, StrategyAction action, IReadOnlyList<BudgetLine> lines)
    {
        if (lines.Count == 0) Fact(word, "Money", $"Unfunded{(action.UnfundedReason.Length > 0 ? $", because: {action.UnfundedReason}" : "")}");
        foreach (var line in lines) Fact(word, "Money", $"{Money.Words(line.Pence)}, line {line.Number}, {line.Title}");
    }

    private static void Measures(WordDocument word, StrategyReading reading)
    {
        if (reading.Measures.Count == 0) return;
        word.Heading(1, "What should be different here");
        word.Table("What impacts and goals mean here", ["Impact or goal", "Measure", "Now", "Aim", "By when", "Who answers for it"],
            reading.Measures.Select(m => new[] { m.Item.Title, m.Measure, m.Baseline, m.Target, Day(m.DueOn), m.Owner?.Name ?? "" }));
    }

    private static void OtherPlans(WordDocument word, WordMarkdown text, StrategyVersion version)
    {
        if (version.OtherPlans.Length + version.Plans.Count == 0) return;
        word.Heading(1, "How it stands to other plans");
        text.Write(version.OtherPlans);
        if (version.Plans.Count == 0) return;
        word.Table("Plans it is tied to, and which step comes next in each", ["Plan", "Whose, and what sort", "Next step", "When"],
            version.PlansInOrder.Select(p => new WordPiece[]
            {
                new(p.Title, Link: p.Address.Length > 0 ? new Uri(p.Address) : null), new($"{p.By}, {p.Kind}"), new(p.NextStep.Length > 0 ? p.NextStep : "Not said"),
                new(p.NextOn is { } next ? Day(next) : "Not said"),
            }));
    }

    private static void Needs(WordDocument word, StrategyReading reading)
    {
        if (reading.Needs.Count == 0) return;
        word.Heading(1, "New assessments of needs");
        foreach (var needs in reading.Needs)
        {
            word.Heading(2, needs.Title);
            word.Paragraph(new WordPiece($"Needs assessment of {Day(needs.PublishedOn)}{(needs.Source is { } source ? $". {source}" : "")}"));
            if (Uri.TryCreate(needs.Link, UriKind.Absolute, out var link)) word.Paragraph(new WordPiece("Read it", Link: link));
            word.Paragraph(needs.InShort);
            word.Paragraph(Stands(needs));
        }
    }

    private static string Stands(NeedsReading needs) => needs switch
    {
        { TakenBackAt: { } back } => $"Taken back on {WordFile.Day(back)}: {needs.TakenBackReason}",
        { DecidedAt: { } decided } => $"{needs.By} decided {needs.Decision} on {WordFile.Day(decided)}, because: {needs.Reason}",
        _ => $"{StrategyWords.RevisionWord(needs.Revises)}. Whether to revise this strategy is open since {WordFile.Day(needs.RecordedAt)}.",
    };

    private static void Fact(WordDocument word, string label, string words) => Fact(word, label, new WordPiece(words));

    private static void Fact(WordDocument word, string label, params IEnumerable<WordPiece> pieces) =>
        word.Item(word.StartList(numbered: false), 0, [new WordPiece($"{label}: ", Bold: true), .. pieces]);

    private WordPiece Link(string words, string path) => new(words, Link: new Uri(address.To(path)));
}
