namespace CommunityVoice.Checklists;

/// <summary>One item of a checklist with its evidence as open data; none where nobody gave any.</summary>
public sealed record ChecklistLine(int Number, string Code, string Item, string? Evidence, string? Link, DateTimeOffset? At)
{
    public static ChecklistLine Of(ChecklistRow row) => new(row.Number, row.Item.Code, row.Item.Title, row.Answer?.Evidence, row.Answer?.Link, row.Answer?.At);
}

/// <summary>The evidence that a consultation, or a body in a year, gives for a checklist.</summary>
public sealed record ChecklistData(string Checklist, string Title, int? Year, IReadOnlyList<ChecklistLine> Items)
{
    /// <summary>Each year in which a body gave evidence, newest first.</summary>
    public static IReadOnlyList<ChecklistData> OfYears(Checklist list, IEnumerable<ChecklistAnswer> answers) => [.. answers.GroupBy(a => a.Year).OrderByDescending(y => y.Key)
        .Select(year => Of(list, year.Key, list.Items.Select((item, i) => new ChecklistRow(item, i + 1, year.FirstOrDefault(a => a.Item == item.Code)))))];

    public static ChecklistData Of(Checklist list, int? year, IEnumerable<ChecklistRow> rows) => new(list.Code, list.Title, year, [.. rows.Select(ChecklistLine.Of)]);
}
