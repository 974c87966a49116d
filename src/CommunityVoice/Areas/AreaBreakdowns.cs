using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;

namespace CommunityVoice.Areas;

/// <summary>
/// Breaks down who was heard: by voice in every area, all areas of a tree protected together, and by where people live on the page of a place alone, so that
/// no two pages tell of the same people by different cuts. What is no tree adds up what its parts show, which tells nothing that they do not. What the guard does not let through stays as it was published.
/// </summary>
internal sealed class AreaBreakdowns
{
    private const string Home = "home", Voices = "voice", Channel = "channel";
    private readonly Nesting nesting;
    private readonly HeardTally heard;
    private readonly ILookup<long, long> everyPart;
    private readonly DateTimeOffset now;
    private readonly Dictionary<long, AreaFacts> facts = [];
    private readonly Dictionary<long, Dictionary<string, KeptTree>> kept = [];

    /// <summary><paramref name="everyLink"/> are those of areas that ended too: their reports still name what lay in them.</summary>
    public AreaBreakdowns(Nesting nesting, HeardTally heard, IReadOnlyDictionary<long, AreaTally> before, IEnumerable<(long From, long To)> everyLink, DateTimeOffset now)
    {
        (this.nesting, this.heard, this.now) = (nesting, heard, now);
        everyPart = everyLink.ToLookup(l => l.From, l => l.To);
        foreach (var (id, tally) in before)
        {
            facts[id] = tally.Shown;
            kept[id] = tally.Kept.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, KeptTree>>(tally.Kept, JsonSerializerOptions.Web)!;
        }
        var own = heard.ByVoice().ToLookup(h => h.Area);
        var ways = heard.ByChannel().ToLookup(h => h.Area);
        foreach (var top in nesting.Tops)
        {
            PutVoices(top, own);
            PutChannels(top, ways);
        }
        foreach (var area in nesting.Areas.Values.Where(a => !nesting.IsTree(a.Id)).OrderBy(a => a.Level)) AddUp(area.Id);
        foreach (var area in nesting.Areas.Values.Where(IsWherePeopleLiveShown)) PutHomes(area, heard.HomesIn(area.Id));
        foreach (var area in nesting.Areas.Keys.ToList())
        {
            if (nesting.LeftOutOf(area).Count > 0) facts[area] = Of(area) with { Reach = [], ReachAt = null, ReachOf = 0 };
            var (meetings, people) = heard.MeetingsIn(area);
            if (meetings > 0 || Of(area).Meetings > 0) facts[area] = Of(area) with { Meetings = meetings, AtMeetings = people };
        }
    }

    public AreaFacts Of(long area) => facts.GetValueOrDefault(area) ?? new([], [], null);

    public string KeptOf(long area) => kept.TryGetValue(area, out var trees) && trees.Count > 0 ? JsonSerializer.Serialize(trees, JsonSerializerOptions.Web) : "";

    private void PutVoices(long top, ILookup<long, HeardIn> own)
    {
        if (TreeOf(top, own, [.. HeardTally.Voices.Select(v => v.ToString())], Voices) is not { } tree) return;
        Keep(top, Voices, tree.Kept);
        foreach (var area in tree.Kept.Areas.Where(nesting.Areas.ContainsKey))
        {
            var row = tree.Shown.Row(tree.RowOf(area));
            var rows = row.Rows.Select((r, i) => new FigureRow(HeardTally.Voices[i].Word(), r.Count.Words, r.Share, r.ShareWords, null, HeardTally.Voices[i].ToString())).ToList();
            var apart = new ShownApart(Figure(rows, [.. row.Rows.Select(r => r.Count)]), now, Numbers(row));
            facts[area] = nesting.IsTree(area) ? WithVoices(area, apart) with { ApartByVoice = null } : Of(area) with { ApartByVoice = apart };
        }
    }

    // How people told us, protected over the whole tree as voices are; left out while everybody told us on the site.
    private void PutChannels(long top, ILookup<long, HeardIn> own)
    {
        if (!AreasOf(top).Any(a => own[a].Any(h => h.Turns.Skip(1).Any(c => c > 0))) && KeptOf(top, Channel) is null) return;
        if (TreeOf(top, own, [.. HeardTally.Ways.Select(w => w?.ToString() ?? "")], Channel) is not { } tree) return;
        Keep(top, Channel, tree.Kept);
        foreach (var area in tree.Kept.Areas.Where(nesting.Areas.ContainsKey))
        {
            var row = tree.Shown.Row(tree.RowOf(area));
            var rows = row.Rows.Select((r, i) => new FigureRow(HeardTally.Ways[i]?.Word() ?? EntryChannelWords.OnTheSite, r.Count.Words, r.Share, r.ShareWords, null, null)).ToList();
            var apart = new ShownApart(new("", "A person counts once in each consultation. " + Breakdown.Note, "How they told us", "Times somebody took part", true, rows), now, Numbers(row));
            facts[area] = nesting.IsTree(area) ? WithChannels(area, apart) with { ApartByChannel = null } : Of(area) with { ApartByChannel = apart };
        }
    }

    // Areas around, and last the consultations within them, by numbers below nought: their own pages and reports show the same people, so nothing here may tell more of those.
    private GuardedTree? TreeOf(long top, ILookup<long, HeardIn> own, IReadOnlyList<string> columns, string what)
    {
        var areas = AreasOf(top);
        List<HeardIn> inside = [.. areas.SelectMany(a => own[a])];
        int[] none = [.. columns.Select(_ => 0)];
        return GuardedTree.Of([.. areas, .. inside.Select(h => -h.Consultation)], [.. areas.Select(a => a == top ? null : nesting.ParentOf(a)), .. inside.Select(h => (long?)h.Area)], columns,
            [.. areas.Select(_ => none), .. inside.Select(h => h.Turns)], KeptOf(top, what), now, id => id < 0);
    }

    private List<long> AreasOf(long top) => nesting.IsTree(top) ? nesting.TreeOf(top) : [top];

    // Only what the parts show is added up, and what is shown of its own people.
    private void AddUp(long area)
    {
        List<AreaFacts> parts = [.. nesting.PartsOf(area).Select(Of)];
        facts[area] = WithVoices(area, Sum("Voice", [.. HeardTally.Voices.Select(v => (v.Word(), (string?)v.ToString()))], Of(area).ApartByVoice, [.. parts.Where(p => p.Voices.Count > 0).Select(p => (p.Voices, p.ByVoiceAt ?? now))]));
        facts[area] = WithChannels(area, Sum("How they told us", [.. HeardTally.Ways.Select(w => (w?.Word() ?? EntryChannelWords.OnTheSite, (string?)null))], Of(area).ApartByChannel, [.. ChannelsOf(area)]));
    }

    // A part that breaks nothing down because everybody told it on the site counts too, where another does; else the shares would be those of some.
    private IEnumerable<(IReadOnlyList<int?> Numbers, DateTimeOffset At)> ChannelsOf(long area)
    {
        var parts = nesting.PartsOf(area).ToList();
        if (Of(area).ApartByChannel is null && !parts.Exists(p => Of(p).Channels.Count > 0)) yield break;
        foreach (var part in parts)
        {
            var shown = Of(part);
            if (shown.Channels.Count > 0) yield return (shown.Channels, shown.ByVoiceAt ?? now);
            else if (heard.IsAllOnTheSite(part)) yield return (OnTheSite(heard.TurnsIn(part)), now);
        }
        var own = heard.ByChannel().Where(h => h.Area == area).ToList();
        if (Of(area).ApartByChannel is null && own.TrueForAll(h => h.Turns.Skip(1).All(c => c == 0))) yield return (OnTheSite(own.Sum(h => h.Turns[0])), now);
    }

    private static List<int?> OnTheSite(int turns) => [(DisclosureProfile.SubNational.Show(turns) as ShownCell)?.Number, .. HeardTally.Ways.Skip(1).Select(_ => (int?)0)];

    private static ShownApart? Sum(string what, IReadOnlyList<(string Word, string? Code)> groups, ShownApart? own, List<(IReadOnlyList<int?> Numbers, DateTimeOffset At)> parts)
    {
        if (parts.Count == 0) return own;
        if (own is not null) parts.Add((own.Numbers, own.At));
        var sums = groups.Select((_, i) => parts.Sum(p => p.Numbers[i] ?? 0)).ToList();
        var all = sums.Sum();
        var rows = groups.Select((g, i) => new FigureRow(g.Word, sums[i] == 0 ? "0 shown" : string.Create(CultureInfo.GetCultureInfo("en-GB"), $"at least about {sums[i]:N0}"), all == 0 ? null : (double)sums[i] / all,
            all == 0 ? "" : ((double)sums[i] / all).ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal), null, g.Code)).ToList();
        return new(new("", "Added up from what the areas within it show; what is hidden there is not in it. " + DisclosureProfile.SubNational.Note, what, "Times somebody took part", true, rows),
            parts.Min(p => p.At), [.. sums.Select(s => (int?)s)]);
    }

    private AreaFacts WithVoices(long area, ShownApart? shown) => Of(area) with { ByVoice = shown?.Figure, ByVoiceAt = shown?.At, Voices = shown?.Numbers ?? [] };

    private AreaFacts WithChannels(long area, ShownApart? shown) => Of(area) with { ByChannel = shown?.Figure, Channels = shown?.Numbers ?? [] };

    private static List<int?> Numbers(Breakdown row) => [.. row.Rows.Select(r => r.Count is ShownCell shown ? shown.Number : (int?)null)];

    private static FigureData Figure(IReadOnlyList<FigureRow> rows, IReadOnlyList<Cell> counts) => new(
        "", "A person counts once in each consultation, in the voice they used last. " + Breakdown.Note, "Voice", "Times somebody took part", true,
        [.. rows.Where((r, i) => HeardTally.Voices[i] != Voice.NotSaid || counts[i] is not ShownCell { Number: 0 })])
    {
        NotHeard = [.. rows.Where((_, i) => HeardTally.Voices[i] is not (Voice.NotSaid or Voice.Other) && counts[i] is ShownCell { Number: 0 }).Select(r => r.Label)],
    };

    // A place, or the outermost area where there is no place; never of some of its parts alone, since what others said could then be subtracted.
    private bool IsWherePeopleLiveShown(NestedArea area) => area.Level == AreaLevel.Place
        || (!nesting.Around(area.Id).Any() && nesting.LeftOutOf(area.Id).Count == 0 && AreaTree.Walk(area.Id, nesting.All, down: true).All(a => !nesting.Areas.TryGetValue(a, out var inner) || inner.Level != AreaLevel.Place));

    private void PutHomes(NestedArea place, IReadOnlyList<(long? Home, int People)> homes)
    {
        var within = nesting.IsTree(place.Id) ? nesting.TreeOf(place.Id)
            : AreaTree.Walk(place.Id, nesting.Links, down: true).Where(nesting.Areas.ContainsKey).OrderBy(DepthOf).ThenBy(a => a).Prepend(place.Id).Distinct().ToList();
        List<long> areas = [.. within.Skip(1), place.Id, GuardedTree.Elsewhere, GuardedTree.NotSaid];
        var known = within.ToHashSet();
        long RowOf(long? home) => home is not { } id ? GuardedTree.NotSaid : known.Contains(id) ? id : GuardedTree.Elsewhere;
        var counts = areas.Select(a => new[] { homes.Where(h => RowOf(h.Home) == a).Sum(h => h.People) }).ToList();
        List<long?> parents = [.. areas.Select((a, i) => i < within.Count - 1 && nesting.ParentOf(a) is { } parent && parent != place.Id && known.Contains(parent) ? parent : (long?)null)];
        // Reports on what was asked within the place tell where the same people live.
        var others = heard.HomesByConsultation(place.Id).Select(c => new KeptOther(c.Consultation, c.Homes.GroupBy(h => RowOf(h.Home)).ToDictionary(g => g.Key, g => g.Sum(h => h.People))) { Named = NamedIn(c.Area) }).ToList();
        if (GuardedTree.Of(areas, parents, [""], counts, KeptOf(place.Id, Home), now, others: others) is not { } tree) return;
        Keep(place.Id, Home, tree.Kept);
        var people = counts.Sum(c => c[0]);
        var total = DisclosureProfile.SubNational.Show(people);
        facts[place.Id] = Of(place.Id) with { Reach = [.. InOrder(areas, parents).Select(a => Row(place, a.Area, a.Depth, tree, total)).OfType<ReachRow>()], ReachAt = now, ReachOf = people };
    }

    private int DepthOf(long area) => nesting.ParentOf(area) is { } parent ? DepthOf(parent) + 1 : 0;

    // As reports do: by name, wards and neighbourhoods also where nobody is from them.
    private List<NamedArea> NamedIn(long area) =>
        [.. AreaTree.Walk(area, everyPart).Select(nesting.Areas.GetValueOrDefault).OfType<NestedArea>().OrderBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => new NamedArea(a.Id, a.Level is not (AreaLevel.Ward or AreaLevel.Neighbourhood)))];

    private ReachRow? Row(NestedArea place, long area, int depth, GuardedTree tree, Cell total)
    {
        var row = tree.RowOf(area);
        var cell = row < 0 ? null : tree.Shown.Column([row], total).Rows[0];
        var inner = nesting.Areas.GetValueOrDefault(area);
        // Those who said no more than the place, another one or none are listed where there are any.
        if ((inner is null || area == place.Id) && (cell is null || cell.Count is ShownCell { Number: 0 })) return null;
        var lives = inner is not null && area != place.Id && nesting.PopulationOf(area) is { } here && place.Population is > 0 and var all ? (double)here / all : (double?)null;
        var name = area == GuardedTree.Elsewhere ? Heard.Elsewhere : area == GuardedTree.NotSaid ? Heard.AreaNotSaid : area == place.Id ? $"{place.Name}, no more said" : inner!.Name;
        return new(name, area == place.Id ? null : inner?.Slug, depth, cell is null ? 0 : cell.Count is ShownCell shown ? shown.Number : null, cell?.Count.Words ?? "0", cell is null ? 0 : cell.Share, cell is null ? "0%" : cell.ShareWords, lives);
    }

    private List<(long Area, int Depth)> InOrder(List<long> areas, List<long?> parents)
    {
        string Name(long area) => nesting.Areas.TryGetValue(area, out var known) ? known.Name : "\uffff";
        IEnumerable<(long, int)> Below(long? parent, int depth) => areas.Where((_, i) => parents[i] == parent).OrderBy(a => a is GuardedTree.Elsewhere or GuardedTree.NotSaid).ThenBy(Name, StringComparer.Ordinal).ThenByDescending(a => a)
            .SelectMany(a => Below(a, depth + 1).Prepend((a, depth)));
        return [.. Below(null, 0)];
    }

    private KeptTree? KeptOf(long area, string what) => kept.GetValueOrDefault(area)?.GetValueOrDefault(what);

    private void Keep(long area, string what, KeptTree tree)
    {
        if (!kept.TryGetValue(area, out var trees)) kept[area] = trees = [];
        trees[what] = tree;
    }
}
