using System.Globalization;
using CommunityVoice.Areas;

namespace CommunityVoice.Sharing;

/// <summary>Where a voice body looks after what people say. Shares: the areas whose view an agreement in force lets include it.</summary>
public sealed record VoiceRemit(long AreaId, long BodyId, string Body, IReadOnlyList<long> Shares);

/// <summary>A part that the view of an area leaves out, and the voice bodies there that share in no agreement for that area.</summary>
public sealed record LeftOut(long ViewId, long PartId, IReadOnlyList<string> Bodies);

/// <summary>
/// What the views of areas above places include on one day (rule R-B17). A part is in the view whole or not at all: only where every voice body whose remit
/// reaches the part or something in it, and that has none for the whole, shares in an agreement in force. So totals are those of whole parts, and nothing can be
/// worked out by subtracting one view of a part from another.
/// </summary>
public sealed class SharedView
{
    private readonly HashSet<long> views;
    private readonly ILookup<long, long> parts;
    private readonly ILookup<long, long> around;
    private readonly ILookup<long, VoiceRemit> remits;
    private readonly Dictionary<(long View, long Part), LeftOut?> judged = [];
    private readonly HashSet<long> partnered = [];

    private SharedView(IEnumerable<long> views, IReadOnlyCollection<(long From, long To)> links, IReadOnlyCollection<VoiceRemit> remits)
    {
        this.views = [.. views];
        (parts, around, this.remits) = (links.ToLookup(l => l.From, l => l.To), links.ToLookup(l => l.To, l => l.From), remits.ToLookup(r => r.AreaId));
        All = links;
        Links = remits.Count == 0 || this.views.Count == 0 ? links : [.. links.Where(l => Includes(l.From, l.To))];
    }

    /// <summary>Which area contains which.</summary>
    public IReadOnlyCollection<(long From, long To)> All { get; }

    /// <summary>Which area contains which, without the parts that are left out.</summary>
    public IReadOnlyCollection<(long From, long To)> Links { get; }

    /// <summary>Tells whether anything else is left out than before.</summary>
    public string Fingerprint => judged.Values.OfType<LeftOut>().ToList() is { Count: > 0 } left
        ? Hashes.Sha256([.. left.OrderBy(l => l.ViewId).ThenBy(l => l.PartId).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.ViewId}>{l.PartId}"))])[..16] : "all";

    /// <summary>Whether areas of a level have a view that is shared: those above places.</summary>
    public static bool IsShared(AreaLevel level) => level is AreaLevel.System or AreaLevel.StrategicAuthority;

    /// <summary>What views include. Links: which area contains which on that day; views: the areas above places.</summary>
    public static SharedView Of(IEnumerable<long> views, IReadOnlyCollection<(long From, long To)> links, IReadOnlyCollection<VoiceRemit> remits) => new(views, links, remits);

    /// <summary>Whether an independent voice body looks after a part of an area, so that an agreement decides what its view includes.</summary>
    public bool HasPartners(long area) => partnered.Contains(area);

    /// <summary>The area itself and everything that its view includes.</summary>
    public HashSet<long> Within(long area) => AreaTree.Walk(area, Links, down: true);

    /// <summary>Everything in the area that its view does not include.</summary>
    public HashSet<long> Unshared(long area) => LeftOutOf(area).Count == 0 ? [] : [.. AreaTree.Walk(area, All, down: true).Except(Within(area))];

    /// <summary>What the view of an area leaves out, its own parts and those of areas in it, in a steady order.</summary>
    public IReadOnlyList<LeftOut> LeftOutOf(long area)
    {
        if (!views.Contains(area)) return [];
        var within = Within(area);
        return [.. judged.Values.OfType<LeftOut>().Where(l => within.Contains(l.ViewId) && !within.Contains(l.PartId)).OrderBy(l => l.ViewId).ThenBy(l => l.PartId)];
    }

    private bool Includes(long view, long part)
    {
        if (!views.Contains(view)) return true;
        if (judged.TryGetValue((view, part), out var known)) return known is null;
        judged[(view, part)] = null; // areas that contain one another
        var own = AreaTree.Walk(view, around).SelectMany(a => remits[a]).Select(r => r.BodyId).ToHashSet();
        var reached = Reached(part);
        reached.UnionWith(AreaTree.Walk(part, around));
        List<IGrouping<long, VoiceRemit>> partners = [.. reached.SelectMany(a => remits[a]).Where(r => !own.Contains(r.BodyId)).GroupBy(r => r.BodyId)];
        if (partners.Count > 0) partnered.Add(view);
        List<string> missing = [.. partners.Where(b => !b.First().Shares.Contains(view)).Select(b => b.First().Body).Order(StringComparer.Ordinal)];
        return (judged[(view, part)] = missing.Count == 0 ? null : new LeftOut(view, part, missing)) is null;
    }

    // What lies in a part; of a part that is itself a view, only what that includes.
    private HashSet<long> Reached(long part)
    {
        var found = new HashSet<long> { part };
        var waiting = new Queue<long>(found);
        while (waiting.TryDequeue(out var area))
        {
            foreach (var inner in parts[area].Where(p => Includes(area, p)))
            {
                if (found.Add(inner)) waiting.Enqueue(inner);
            }
        }
        return found;
    }
}
