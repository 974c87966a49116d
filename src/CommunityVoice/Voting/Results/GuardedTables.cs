using System.Text.Json;
using CommunityVoice.Analysis;

namespace CommunityVoice.Voting;

/// <summary>One number of a published table: in words, and where it can be shown as a share with its interval.</summary>
public sealed record TableCell(string Words, double? Share = null, string ShareWords = "", double? Low = null, double? High = null);

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
internal sealed record KeptCounts(
    DateTimeOffset At, int People, IReadOnlyList<string> Columns, IReadOnlyList<string> Labels, IReadOnlyList<int> Bases, IReadOnlyList<IReadOnlyList<int>> Cells,
    int Fewest, int? Most, bool IsShares)
{
    public Counts Counts => IsShares
        ? new ShareTable(Columns, [.. Labels.Select((label, i) => new GroupChoices(label, Bases[i], Cells[i]))]) { FewestChoices = Fewest, MostChoices = Most }
        : new CountTable(Labels, Columns, Cells) { Known = KnownTotals.Columns | KnownTotals.Grand };
}

/// <summary>Publishes tables anew only where the difference to what was published before tells nothing of a few people (rule R-C8).</summary>
internal sealed class GuardedTables(string published, string kept, DateTimeOffset now)
{
    private readonly Dictionary<string, PublishedTable> before = Read<PublishedTable>(published);
    private readonly Dictionary<string, KeptCounts> countsBefore = Read<KeptCounts>(kept);
    private readonly Dictionary<string, PublishedTable> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptCounts> counts = new(StringComparer.Ordinal);

    public string Published => tables.Count == 0 ? "" : JsonSerializer.Serialize(tables, JsonSerializerOptions.Web);
    public string Kept => counts.Count == 0 ? "" : JsonSerializer.Serialize(counts, JsonSerializerOptions.Web);

    /// <summary>Whether such a table was published before.</summary>
    public bool Had(string key) => before.ContainsKey(key);

    /// <summary>Either kind of table.</summary>
    public void Put(string key, Counts table)
    {
        if (table is ShareTable shares) Put(key, shares);
        else Put(key, (CountTable)table);
    }

    /// <summary>Who chose what, by group.</summary>
    private void Put(string key, ShareTable table)
    {
        if (table.Groups.Sum(g => g.People) is var people && people == 0) return;
        Put(key, new KeptCounts(now, people, table.Options, [.. table.Groups.Select(g => g.Label)], [.. table.Groups.Select(g => g.People)],
            [.. table.Groups.Select(g => g.Choosers)], table.FewestChoices, table.MostChoices, true), () =>
        {
            var shown = Disclosure.Protect(table);
            return shown.Groups.Select(g => new TableRow(g.Label, g.People.Words,
                [.. g.Options.Select(o => new TableCell(o.Choosers.Words, o.Share, o.ShareWords, o.Interval?.Low, o.Interval?.High))]));
        });
    }

    /// <summary>People by one or two dimensions, each person in one cell; the columns' totals are public.</summary>
    private void Put(string key, CountTable table)
    {
        if (table.Total == 0) return;
        Put(key, new KeptCounts(now, table.Total, table.Columns, table.Rows, [.. table.Rows.Select((_, i) => table.RowTotal(i))], table.People, 0, null, false), () =>
        {
            var shown = Disclosure.Protect(table);
            // With a single column each row is a share of everybody.
            if (table.Columns.Count == 1) return shown.Column(0).Rows.Select(r => new TableRow(r.Label, r.Count.Words, [new TableCell(r.Count.Words, r.Share, r.ShareWords)]));
            return shown.Rows.Select((label, r) => (Label: label, Row: shown.Row(r))).Select(r => new TableRow(r.Label, r.Row.Total.Words,
                [.. r.Row.Rows.Select(c => new TableCell(c.Count.Words, c.Share, c.ShareWords))]));
        });
    }

    private void Put(string key, KeptCounts now, Func<IEnumerable<TableRow>> show)
    {
        var last = countsBefore.GetValueOrDefault(key);
        // Other groups or options than before are another publication, which the guard cannot compare: then nothing is published beside the old one.
        var isSameShape = last is null || (last.Columns.SequenceEqual(now.Columns) && last.Labels.SequenceEqual(now.Labels) && last.IsShares == now.IsShares);
        var verdict = isSameShape ? SnapshotGuard.Judge(last is null ? null : new Snapshot(last.Counts, last.People, last.At), new Snapshot(now.Counts, now.People, now.At)) : SnapshotVerdict.TooSoon;
        if (verdict == SnapshotVerdict.Publish)
        {
            counts[key] = now;
            tables[key] = new(key, now.At, now.People, DisclosureProfile.SubNational.Name, DisclosureProfile.SubNational.Note, now.Columns, [.. show()]);
        }
        else if (last is not null && before.TryGetValue(key, out var kept))
        {
            (counts[key], tables[key]) = (last, kept);
        }
    }

    private static Dictionary<string, T> Read<T>(string json) =>
        json.Length == 0 ? new(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, T>>(json, JsonSerializerOptions.Web)!;
}
