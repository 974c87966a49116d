using CommunityVoice.Sharing;

namespace CommunityVoice.Areas;

/// <summary>An area among others, with what is needed to roll up and to name it.</summary>
internal sealed record NestedArea(long Id, string Name, string Slug, AreaLevel Level, int? Population);

/// <summary>
/// How areas lie within one another, cut into trees. An area can lie in several (rule R-I59): it belongs to the tree of the smallest around it, and whatever
/// contains parts of other trees is no tree itself: its numbers are added up from what its parts show. Nor is one whose parts independent voice bodies look after: what its view includes
/// changes with each agreement on sharing, and a part that moved from one protected tree to another would tell of a few by the difference.
/// </summary>
internal sealed class Nesting
{
    private readonly ILookup<long, long> parts;
    private readonly Dictionary<long, long> parents = [];
    private readonly HashSet<long> trees = [];

    private readonly SharedView view;

    public Nesting(IReadOnlyCollection<NestedArea> areas, SharedView view)
    {
        Areas = areas.ToDictionary(a => a.Id);
        var links = view.Links;
        this.view = view;
        parts = links.Where(l => Areas.ContainsKey(l.From) && Areas.ContainsKey(l.To)).ToLookup(l => l.From, l => l.To);
        var nearest = links.Where(l => Areas.ContainsKey(l.From) && Areas.ContainsKey(l.To)).GroupBy(l => l.To)
            .ToDictionary(g => g.Key, g => g.Select(l => Areas[l.From]).OrderBy(a => a.Level).ThenBy(a => a.Id).First().Id);
        foreach (var area in areas.OrderBy(a => a.Level).ThenBy(a => a.Id)) Judge(area.Id, nearest, []);
        foreach (var (part, around) in nearest)
        {
            if (trees.Contains(around)) parents[part] = around;
        }
    }

    public IReadOnlyDictionary<long, NestedArea> Areas { get; }

    /// <summary>What is counted where: without the parts that views leave out.</summary>
    public IReadOnlyCollection<(long From, long To)> Links => view.Links;

    /// <summary>Which area contains which, whether or not it is counted there.</summary>
    public IReadOnlyCollection<(long From, long To)> All => view.All;

    public IReadOnlyList<LeftOut> LeftOutOf(long area) => view.LeftOutOf(area);

    public HashSet<long> Unshared(long area) => view.Unshared(area);

    /// <summary>Areas that lie in no other of their tree.</summary>
    public IEnumerable<long> Tops => Areas.Keys.Where(a => !parents.ContainsKey(a)).Order();

    /// <summary>Whether what it contains is protected together with it.</summary>
    public bool IsTree(long area) => trees.Contains(area);

    public long? ParentOf(long area) => parents.TryGetValue(area, out var parent) ? parent : null;

    /// <summary>All areas around this one, the nearest level first.</summary>
    public IEnumerable<long> Around(long area) => AreaTree.Walk(area, All, down: false).Where(a => a != area && Areas.ContainsKey(a)).OrderBy(a => Areas[a].Level).ThenBy(a => a);

    public IEnumerable<long> PartsOf(long area) => parts[area].Distinct();

    /// <summary>How many people live there; where nobody counted them, those who live in its parts.</summary>
    public int? PopulationOf(long area) => Areas[area].Population
        ?? (PartsOf(area).ToList() is { Count: > 0 } inner && inner.TrueForAll(p => PopulationOf(p) is not null) ? inner.Sum(p => PopulationOf(p)) : null);

    /// <summary>The area and all of its tree below it, those around first.</summary>
    public List<long> TreeOf(long top)
    {
        var found = new List<long> { top };
        for (var i = 0; i < found.Count; i++) found.AddRange(parts[found[i]].Distinct().Where(p => parents.GetValueOrDefault(p) == found[i]).Order());
        return found;
    }

    // A tree has parts that lie first of all in it, each a tree.
    private bool Judge(long area, Dictionary<long, long> nearest, HashSet<long> on)
    {
        if (trees.Contains(area)) return true;
        if (!on.Add(area)) return false;
        var isTree = !view.HasPartners(area) && parts[area].All(p => nearest[p] == area && Judge(p, nearest, on));
        on.Remove(area);
        if (isTree) trees.Add(area);
        return isTree;
    }
}
