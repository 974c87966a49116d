using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Everything broken down that pages may show of a ballot.</summary>
public sealed record BallotTables(IReadOnlyDictionary<string, PublishedTable> Tables, WeightedView? Weighted)
{
    /// <summary>By how people showed who they are; a row is named as its <see cref="VoterTier"/>, as <see cref="Entered"/>, or <see cref="Changing"/>.</summary>
    public const string ByTier = "tier";

    private const string EnteredPrefix = "Entered";

    /// <summary>Those whose holder is changing their choices while the vote is open.</summary>
    public const string Changing = "Changing";

    public const string ByVoice = "voice";
    public const string ByArea = "area";

    /// <summary>By way of taking part; of a statement the groups are all who took part, those without an answer to it among them.</summary>
    public const string ByChannel = "channel";

    /// <summary>What a group by channel is called that has every way of which nothing may be told.</summary>
    public const string InOtherWays = "In other ways";

    /// <summary>Of a statement by channel, those who took part and did not answer it.</summary>
    internal const string NoAnswer = "No answer";

    /// <summary>All who took part on the site, however they showed who they are; how many there are is told by channel only.</summary>
    internal const string OnTheSite = "OnTheSite";

    /// <summary>Those whose choices came in this way and were entered by staff: "EnteredPhone".</summary>
    public static string Entered(EntryChannel channel) => $"{EnteredPrefix}{channel}";

    /// <summary>The way of a row that is named so; none of others.</summary>
    public static EntryChannel? WayOf(string row) =>
        row.StartsWith(EnteredPrefix, StringComparison.Ordinal) && Enum.TryParse<EntryChannel>(row[EnteredPrefix.Length..], out var channel) ? channel : null;

    /// <summary>The key of a statement's own table.</summary>
    public static string Of(string by, long statement) => string.Create(CultureInfo.InvariantCulture, $"{by}:{statement}");

    /// <summary>A table by channel as anybody may see it: ways that nobody used are left out and hidden ones are one group, since which of them somebody used is not told.</summary>
    public static PublishedTable OfWays(PublishedTable byChannel)
    {
        var rows = byChannel.Rows.Where(r => r.People != "0").ToLookup(r => r.People == TableCell.Hidden.Words && r.Label != EntryChannelWords.OnTheSite);
        return byChannel with { Rows = [.. rows[false], .. rows[true].Take(1).Select(r => new TableRow(InOtherWays, r.People, [.. r.Cells.Select(_ => TableCell.Hidden)]))] };
    }

    public static BallotTables? Parse(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<BallotTables>(json, JsonSerializerOptions.Web);
}

/// <summary>Breaks a ballot's sealed papers down by voice, area, way of taking part and tier, through disclosure control, and weighs them to who lives where.</summary>
/// <remarks>
/// Papers whose newest choices are not in the public record yet are left out, so that no table runs ahead of it. Statements are broken down only
/// where they stand out (<paramref name="statements"/>), each in a table of its own, since not everybody marks each.
/// </remarks>
internal sealed class Breakdowns(CommunityVoiceDb db, AreaTree tree, Ballot ballot, IReadOnlyCollection<long> statements, DisclosureProfile profile, DateTimeOffset now)
{
    private const string Elsewhere = "Elsewhere or not said";

    /// <summary>The tables to publish, and the counts to keep for the guard.</summary>
    public async Task<(string Tables, string Counts)> OfAsync(BallotOutcome? last, CancellationToken ct)
    {
        var (people, wards) = await ReadAsync(ct);
        var before = BallotTables.Parse(last?.Tables ?? "");
        var guarded = new GuardedTables(before is null ? "" : JsonSerializer.Serialize(before.Tables, JsonSerializerOptions.Web), last?.TableCounts ?? "", now, profile);
        foreach (var (key, table) in Tables(people, wards)) guarded.Put(key, table);
        if (ballot.SealedEntries > 0) PutWays(guarded, people);

        var tables = JsonSerializer.Deserialize<Dictionary<string, PublishedTable>>(guarded.Published is "" ? "{}" : guarded.Published, JsonSerializerOptions.Web)!;
        if (tables.TryGetValue(BallotTables.ByTier, out var tiers)) tables[BallotTables.ByTier] = tiers with { Rows = [.. tiers.Rows.Where(r => r.Label != BallotTables.OnTheSite)] };
        var weighted = ballot.HasMarks ? null
            : WeightedView.Of(tables.GetValueOrDefault(BallotTables.ByArea), [.. wards.Select(w => (w.Name, w.Population ?? 0))], [.. ballot.Priorities.Select(p => (p.Id, p.SealedPeople))]);
        return (JsonSerializer.Serialize(new BallotTables(tables, weighted), JsonSerializerOptions.Web), guarded.Kept);
    }

    // What people chose by channel goes out beside how many took part in each, and only where the public is not told already that all did so on the site.
    private void PutWays(GuardedTables guarded, List<Voter> people)
    {
        var tiers = ByTier(people, guarded.RowsOf(BallotTables.ByTier));
        guarded.Put(BallotTables.ByTier, tiers);
        if (tiers is not TreeTable sizes) return;
        var isTold = guarded.Find(BallotTables.ByTier) is { } shown && shown.Rows.Any(r => BallotTables.WayOf(r.Label) is not null && r.People != "0");
        foreach (var (key, table) in ByChannel(people, sizes).Where(t => isTold || guarded.Had(t.Key))) guarded.PutBeside(BallotTables.ByTier, key, table);
    }

    // Those whom staff entered by the way they told us. A table that was published before with other rows keeps them, since these could not be compared with them.
    // How many are changing their choices is no secret: every other table says exactly of how many people it is.
    private Counts ByTier(List<Voter> people, IReadOnlyList<string>? before)
    {
        var rows = before ?? [BallotTables.OnTheSite, .. Enum.GetNames<VoterTier>(), .. Enum.GetValues<EntryChannel>().Select(BallotTables.Entered), BallotTables.Changing];
        string RowOf(EntryChannel? way, VoterTier tier) => way is { } known && BallotTables.Entered(known) is var entered && rows.Contains(entered) ? entered : $"{tier}";
        var counts = people.GroupBy(p => (p.Way, p.Tier)).GroupBy(g => RowOf(g.Key.Way, g.Key.Tier), g => g.Count(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);
        counts[BallotTables.Changing] = Math.Max(0, ballot.SealedPapers - people.Count);
        int[][] cells = [.. rows.Select(r => new[] { counts.GetValueOrDefault(r) })];
        return rows.Contains(BallotTables.OnTheSite)
            ? new TreeTable(rows, [.. rows.Select(r => Enum.TryParse<VoterTier>(r, out _) ? 0 : (int?)null)], [""], cells) { KnownRows = [rows.Count - 1] }
            : new CountTable(rows, [""], cells) { Known = KnownTotals.Grand };
    }

    private IEnumerable<(string Key, ShareTable Table)> ByChannel(List<Voter> people, TreeTable sizes)
    {
        List<string> all = [.. sizes.Rows], groups = [BallotTables.OnTheSite, .. all.Where(r => BallotTables.WayOf(r) is not null)];
        var beside = new GroupSizes(sizes, groups.ConvertAll(g => all.IndexOf(g)));
        var labels = groups.ConvertAll(g => BallotTables.WayOf(g)?.Word() ?? EntryChannelWords.OnTheSite);
        return Tables(BallotTables.ByChannel, people, labels, p => p.Way is { } way ? Math.Max(0, groups.IndexOf(BallotTables.Entered(way))) : 0).Select(t => (t.Key, Beside(t.Table, beside)));
    }

    // Of a statement, everybody in the group stands there: a size of its own for each could be compared with how many took part in that way.
    private static ShareTable Beside(Counts table, GroupSizes sizes)
    {
        if (table is ShareTable shares) return shares with { Sizes = sizes };
        var (marked, people) = ((CountTable)table, sizes.Table.RolledUp());
        return new([.. marked.Columns, BallotTables.NoAnswer], [.. marked.Rows.Select((label, i) => Answered(label, people[sizes.Rows[i]][0], marked.People[i]))]) { FewestChoices = 1, MostChoices = 1, Sizes = sizes };
    }

    private static GroupChoices Answered(string label, int people, IReadOnlyList<int> answers) => new(label, people, [.. answers, people - answers.Sum()]);

    /// <summary>The true counts by their keys, for those who may see them (rule R-C13).</summary>
    public async Task<IReadOnlyList<(string Key, Counts Table)>> TrueAsync(CancellationToken ct)
    {
        var (people, wards) = await ReadAsync(ct);
        return [.. Tables(people, wards)];
    }

    private async Task<(List<Voter> People, List<Area> Wards)> ReadAsync(CancellationToken ct)
    {
        var people = ballot.HasMarks ? await MarkersAsync(ct) : await VotersAsync(ct);
        var within = await tree.WithinAsync(ballot.Consultation.AreaId, UkTime.Day(now), ct);
        return (people, await db.Areas.AsNoTracking().Where(a => within.Contains(a.Id) && a.Level == AreaLevel.Ward).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct));
    }

    private IEnumerable<(string Key, Counts Table)> Tables(List<Voter> people, List<Area> wards)
    {
        var voices = Enum.GetValues<Voice>().Where(v => v != Voice.NotSaid).Append(Voice.NotSaid).ToList();
        var tables = Tables(BallotTables.ByVoice, people, [.. voices.Select(v => v.Word())], p => voices.IndexOf(p.Voice));
        return wards.Count > 1 ? tables.Concat(Tables(BallotTables.ByArea, people, [.. wards.Select(w => w.Name), Elsewhere], p => At(wards, p))) : tables;
    }

    private static int At(List<Area> wards, Voter voter) => wards.FindIndex(w => w.Id == voter.AreaId) is var at and >= 0 ? at : wards.Count;

    private IEnumerable<(string Key, Counts Table)> Tables(string by, List<Voter> people, IReadOnlyList<string> labels, Func<Voter, int> group)
    {
        if (ballot.HasMarks)
        {
            foreach (var statement in ballot.Priorities.Where(p => statements.Contains(p.Id)))
            {
                var cells = labels.Select(_ => new int[3]).ToArray();
                foreach (var person in people)
                {
                    if (person.Marks!.TryGetValue(statement.Id, out var value)) cells[group(person)][value > 0 ? 0 : value < 0 ? 1 : 2]++;
                }
                yield return (BallotTables.Of(by, statement.Id), new CountTable(labels, ["Agree", "Disagree", "Pass"], cells) { Known = KnownTotals.Columns | KnownTotals.Grand });
            }
            yield break;
        }
        var options = ballot.Priorities.ConvertAll(p => p.Id);
        var choosers = labels.Select(_ => new int[options.Count]).ToArray();
        var bases = new int[labels.Count];
        foreach (var person in people)
        {
            bases[group(person)]++;
            foreach (var option in person.Chosen) choosers[group(person)][options.IndexOf(option)]++;
        }
        yield return (by, new ShareTable([.. ballot.Priorities.Select(p => p.Title)], [.. labels.Select((label, i) => new GroupChoices(label, bases[i], choosers[i]))])
        {
            FewestChoices = 1,
            MostChoices = ballot.Method == BallotMethod.Pick ? ballot.MostPicks : ballot.Method == BallotMethod.Dots ? Math.Min(ballot.DotsEach, options.Count) : options.Count,
        });
    }

    private async Task<List<Voter>> VotersAsync(CancellationToken ct)
    {
        var papers = await db.BallotPapers.AsNoTracking().Where(p => p.BallotId == ballot.Id && p.WithdrawnAt == null)
            .Select(p => new { p.ParticipantId, p.Receipt, p.Choices, p.Tier, p.Participant.Voice, p.Participant.AreaId }).ToListAsync(ct);
        var isSealed = await db.LedgerEntries.Where(e => e.BallotId == ballot.Id && e.Sequence != null && e.Sequence <= ballot.SealedEntries).Select(e => e.ReceiptHash).ToHashSetAsync(StringComparer.Ordinal, ct);
        var ways = await WaysAsync(ct);
        return [.. papers.Where(p => isSealed.Contains(ReceiptCode.HashOf(p.Receipt)))
            .Select(p => new Voter(p.Voice, p.AreaId, p.Tier, ways.TryGetValue(p.ParticipantId, out var way) ? way : null, ChoicesText.Options(ballot.Method, p.Choices).ToHashSet(), null))];
    }

    private async Task<List<Voter>> MarkersAsync(CancellationToken ct)
    {
        var offered = db.Priorities.Offered();
        var marks = (await db.Marks.AsNoTracking().Where(m => m.BallotId == ballot.Id && m.SealedValue != null && offered.Any(p => p.Id == m.PriorityId)).Select(m => new { m.ParticipantId, m.PriorityId, m.SealedValue }).ToListAsync(ct))
            .ToLookup(m => m.ParticipantId);
        var tiers = await db.BallotPapers.Where(p => p.BallotId == ballot.Id).Select(p => new { p.ParticipantId, p.Tier }).ToDictionaryAsync(p => p.ParticipantId, p => p.Tier, ct);
        var who = await db.Participants.AsNoTracking().Where(p => db.Marks.Any(m => m.BallotId == ballot.Id && m.ParticipantId == p.Id)).Select(p => new { p.Id, p.Voice, p.AreaId }).ToListAsync(ct);
        var ways = await WaysAsync(ct);
        return [.. who.Where(p => marks.Contains(p.Id)).Select(p => new Voter(p.Voice, p.AreaId, tiers.GetValueOrDefault(p.Id), ways.TryGetValue(p.Id, out var way) ? way : null, new HashSet<long>(),
            marks[p.Id].ToDictionary(m => m.PriorityId, m => m.SealedValue!.Value)))];
    }

    private Task<Dictionary<Guid, EntryChannel>> WaysAsync(CancellationToken ct) =>
        db.EnteredPapers.AsNoTracking().Where(p => p.BallotId == ballot.Id).Select(p => new { p.ParticipantId, p.Channel }).ToDictionaryAsync(p => p.ParticipantId, p => p.Channel, ct);

    private sealed record Voter(Voice Voice, long? AreaId, VoterTier Tier, EntryChannel? Way, IReadOnlySet<long> Chosen, IReadOnlyDictionary<long, int>? Marks);
}
