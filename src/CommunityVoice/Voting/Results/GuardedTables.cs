using System.Text.Json;
using CommunityVoice.Analysis;
using CommunityVoice.Consultations;

namespace CommunityVoice.Voting;

/// <summary>One number of a published table: in words, and where it can be shown as a share with its interval.</summary>
public sealed record TableCell(string Words, double? Share = null, string ShareWords = "", double? Low = null, double? High = null)
{
    internal static TableCell Hidden { get; } = new("hidden");
}

/// <summary>One row of a published table: a group, how many people it has in words, and its cells.</summary>
public sealed record TableRow(string Label, string People, IReadOnlyList<TableCell> Cells);

/// <summary>A protected table as it was published: by what, as of when, of how many people, and under which profile.</summary>
public sealed record PublishedTable(string Key, DateTimeOffset At, int People, string Profile, string Note, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>A table by one thing within a sentence: "resident about 20, and a few others".</summary>
    public string InWords()
    {
        var shown = string.Join(", ", Rows.Where(r => r.People is not ("0" or "hidden")).Select(r => $"{char.ToLowerInvariant(r.Label[0])}{r.Label[1..]} {r.People}"));
        return !Rows.Any(r => r.People == "hidden") ? shown : shown.Length == 0 ? "too few of each to show" : $"{shown}, and a few others";
    }
}

/// <summary>The true counts behind a published table, kept for the guard and never shown.</summary>
/// <remarks>Profiles: the names of those that the published tables of these counts and of earlier ones went through, in their order.</remarks>
internal sealed record KeptCounts(
    DateTimeOffset At, int People, IReadOnlyList<string> Columns, IReadOnlyList<string> Labels, IReadOnlyList<int> Bases, IReadOnlyList<IReadOnlyList<int>> Cells,
    int Fewest, int? Most, bool IsShares)
{
    public IReadOnlyList<string>? Profiles { get; init; }

    /// <summary>Of rows within rows, what they are; of groups whose sizes another table tells, that table.</summary>
    public KeptRows? Rows { get; init; }

    public IReadOnlyList<DisclosureProfile> WentThrough => [.. (Profiles ?? [DisclosureProfile.SubNational.Name]).Select(DisclosureTerms.ProfileOf)];

    public Counts Under(DisclosureProfile profile) => Counted() with { Profile = profile, IsSensitive = profile == DisclosureProfile.Strict };

    private Counts Counted()
    {
        if (IsShares) return new ShareTable(Columns, [.. Labels.Select((label, i) => new GroupChoices(label, Bases[i], Cells[i]))]) { FewestChoices = Fewest, MostChoices = Most, Sizes = Rows?.Sizes() };
        return Rows is { } nested ? nested.Table() : new CountTable(Labels, Columns, Cells) { Known = KnownTotals.Columns | KnownTotals.Grand };
    }
}

/// <summary>The true counts of rows within rows: the row around each, those known exactly, and which of them count the groups of another table.</summary>
internal sealed record KeptRows(IReadOnlyList<string> Labels, IReadOnlyList<int?> Parents, IReadOnlyList<int> Known, IReadOnlyList<int> People, IReadOnlyList<int> Groups)
{
    public static KeptRows Of(TreeTable table, IReadOnlyList<int> groups) => new(table.Rows, table.Parents, table.KnownRows, [.. table.People.Select(r => r[0])], groups);

    public TreeTable Table() => new(Labels, Parents, [""], [.. People.Select(p => new[] { p })]) { KnownRows = Known };

    public GroupSizes Sizes() => new(Table(), Groups);
}

/// <summary>Publishes tables anew only where the difference to what was published before tells nothing of a few people (rule R-C8).</summary>
/// <remarks>
/// A table whose profile changes goes through the new one at once and shows only what all profiles show that it ever went through: so whoever kept the old
/// table learns nothing from the new one, and a profile that is made laxer again takes nothing back.
/// </remarks>
internal sealed class GuardedTables(string published, string kept, DateTimeOffset now, DisclosureProfile profile)
{
    private readonly Dictionary<string, PublishedTable> before = Read<PublishedTable>(published);
    private readonly Dictionary<string, KeptCounts> countsBefore = Read<KeptCounts>(kept);
    private readonly Dictionary<string, PublishedTable> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptCounts> counts = new(StringComparer.Ordinal);

    public string Published => tables.Count == 0 ? "" : JsonSerializer.Serialize(tables, JsonSerializerOptions.Web);
    public string Kept => counts.Count == 0 ? "" : JsonSerializer.Serialize(counts, JsonSerializerOptions.Web);

    /// <summary>Whether such a table was published before.</summary>
    public bool Had(string key) => before.ContainsKey(key);

    /// <summary>The rows of a table that was published before.</summary>
    public IReadOnlyList<string>? RowsOf(string key) => countsBefore.GetValueOrDefault(key)?.Labels;

    /// <summary>A table as it is published so far.</summary>
    public PublishedTable? Find(string key) => tables.GetValueOrDefault(key);

    /// <summary>People by one or two dimensions, each person in one cell, whose columns' totals are public; or who chose what, by group.</summary>
    public void Put(string key, Counts table) => Put(key, table, []);

    /// <summary>
    /// Who chose what, by groups whose sizes another table tells: published anew only while that one tells of the same people, and under every profile that it
    /// went through, so that what it hides is not told here.
    /// </summary>
    public void PutBeside(string other, string key, ShareTable table)
    {
        if (counts.TryGetValue(other, out var beside) && table.Sizes is { } sizes && beside.Cells.SelectMany(c => c).SequenceEqual(sizes.Table.People.SelectMany(p => p)))
            Put(key, table, beside.WentThrough);
        else Leave(key);
    }

    private void Put(string key, Counts table, IReadOnlyList<DisclosureProfile> also)
    {
        var counted = table switch
        {
            ShareTable t => Keep(t.Options, [.. t.Groups.Select(g => g.Label)], [.. t.Groups.Select(g => g.People)], [.. t.Groups.Select(g => g.Choosers)]) with
            { Fewest = t.FewestChoices, Most = t.MostChoices, IsShares = true, Rows = t.Sizes is { } beside ? KeptRows.Of(beside.Table, beside.Rows) : null },
            CountTable t => Keep(t.Columns, t.Rows, [.. t.Rows.Select((_, i) => t.RowTotal(i))], t.People),
            TreeTable { IsCrossed: false } t => Keep(t.Columns, t.Rows, [.. t.People.Select(r => r[0])], t.People) with { Rows = KeptRows.Of(t, []) },
            _ => throw new NotSupportedException(table.GetType().Name),
        };
        if (counted.People > 0) Put(key, counted, also);
    }

    /// <summary>Lets a table stand as it was last published, if it was; a stricter profile holds for it at once.</summary>
    public void Leave(string key)
    {
        if (countsBefore.TryGetValue(key, out var last)) Leave(key, last, Through(last, []));
    }

    private KeptCounts Keep(IReadOnlyList<string> columns, IReadOnlyList<string> labels, IReadOnlyList<int> bases, IReadOnlyList<IReadOnlyList<int>> cells) =>
        new(now, bases.Sum(), columns, labels, bases, cells, 0, null, false);

    private void Put(string key, KeptCounts now, IReadOnlyList<DisclosureProfile> also)
    {
        var last = countsBefore.GetValueOrDefault(key);
        var through = Through(last, also);
        // Other groups or options than before are another publication, which the guard cannot compare: then nothing is published beside the old one.
        var isSameShape = last is null || (last.Columns.SequenceEqual(now.Columns) && last.Labels.SequenceEqual(now.Labels) && last.IsShares == now.IsShares);
        if (isSameShape && through.TrueForAll(p => MayFollow(last, now, p))) Publish(key, now, through);
        else if (last is not null) Leave(key, last, through);
    }

    private void Leave(string key, KeptCounts last, List<DisclosureProfile> through)
    {
        if (last.WentThrough.Count < through.Count) Publish(key, last, through);
        else if (before.TryGetValue(key, out var kept)) (counts[key], tables[key]) = (last, kept);
    }

    private List<DisclosureProfile> Through(KeptCounts? last, IReadOnlyList<DisclosureProfile> also) => [.. (last?.WentThrough ?? []).Concat(also).Append(profile).Distinct()];

    private static bool MayFollow(KeptCounts? last, KeptCounts now, DisclosureProfile profile) =>
        SnapshotGuard.Judge(last is null ? null : new Snapshot(last.Under(profile), last.People, last.At), new Snapshot(now.Under(profile), now.People, now.At)) == SnapshotVerdict.Publish;

    private void Publish(string key, KeptCounts of, List<DisclosureProfile> through)
    {
        counts[key] = of with { Profiles = through.ConvertAll(p => p.Name) };
        var strictest = through.MaxBy(DisclosureTerms.StrictnessOf)!;
        var rows = through.Where(p => p != strictest).Select(p => Rows(of.Under(p))).Aggregate(Rows(of.Under(strictest)), ShownInBoth);
        tables[key] = new(key, of.At, of.People, strictest.Name, strictest.Note, of.Columns, rows);
    }

    private static List<TableRow> Rows(Counts table)
    {
        if (table is ShareTable shares)
        {
            return [.. Disclosure.Protect(shares).Groups.Select(g => new TableRow(g.Label, g.People.Words,
                [.. g.Options.Select(o => new TableCell(o.Choosers.Words, o.Share, o.ShareWords, o.Interval?.Low, o.Interval?.High))]))];
        }
        if (table is TreeTable tree) return OfEverybody(Disclosure.Protect(tree).Column(Enumerable.Range(0, tree.Rows.Count), tree.Profile.Show(tree.People.Sum(r => r[0]))));
        var shown = Disclosure.Protect((CountTable)table);
        return shown.Columns.Count == 1 ? OfEverybody(shown.Column(0))
            : [.. shown.Rows.Select((label, r) => (Label: label, Row: shown.Row(r))).Select(r => new TableRow(r.Label, r.Row.Total.Words, [.. r.Row.Rows.Select(c => new TableCell(c.Count.Words, c.Share, c.ShareWords))]))];
    }

    // With a single column each row is a share of everybody.
    private static List<TableRow> OfEverybody(Breakdown breakdown) =>
        [.. breakdown.Rows.Select(r => new TableRow(r.Label, r.Count.Words, [new TableCell(r.Count.Words, r.Share, r.ShareWords)]))];

    private static List<TableRow> ShownInBoth(List<TableRow> rows, List<TableRow> others) =>
    [
        .. rows.Zip(others, (row, other) => other.People == TableCell.Hidden.Words
            ? new TableRow(row.Label, other.People, [.. row.Cells.Select(_ => TableCell.Hidden)])
            : row with { Cells = [.. row.Cells.Zip(other.Cells, (cell, same) => same.Words == TableCell.Hidden.Words ? TableCell.Hidden : cell)] }),
    ];

    private static Dictionary<string, T> Read<T>(string json) =>
        json.Length == 0 ? new(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, T>>(json, JsonSerializerOptions.Web)!;
}
