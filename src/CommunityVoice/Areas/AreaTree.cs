using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Which areas contain which on a day. Containment only: overlap and succession never carry a remit.</summary>
public sealed class AreaTree(CommunityVoiceDb db)
{
    private List<(long From, long To, DateOnly? StartsOn, DateOnly? EndsOn)>? links;

    /// <summary>The area itself and everything it contains on that day.</summary>
    public async Task<HashSet<long>> WithinAsync(long areaId, DateOnly on, CancellationToken ct) =>
        Walk(areaId, On(on, await LinksAsync(ct)), down: true);

    /// <summary>The area itself and everything that contains it on that day.</summary>
    public async Task<HashSet<long>> AroundAsync(long areaId, DateOnly on, CancellationToken ct) =>
        Walk(areaId, On(on, await LinksAsync(ct)), down: false);

    /// <summary>How many steps of containment away everything around the area and within it is; the area itself is none away.</summary>
    public async Task<IReadOnlyDictionary<long, int>> StepsAsync(long areaId, DateOnly on, CancellationToken ct)
    {
        var holding = On(on, await LinksAsync(ct)).ToList();
        var steps = new Dictionary<long, int> { [areaId] = 0 };
        foreach (var next in new[] { holding.ToLookup(l => l.From, l => l.To), holding.ToLookup(l => l.To, l => l.From) })
        {
            var waiting = new Queue<(long Area, int Steps)>([(areaId, 0)]);
            while (waiting.TryDequeue(out var at))
            {
                foreach (var neighbour in next[at.Area].Where(n => steps.TryAdd(n, at.Steps + 1))) waiting.Enqueue((neighbour, at.Steps + 1));
            }
        }
        return steps;
    }

    /// <summary>The area itself and all that is reached from it, downwards to what it contains or upwards.</summary>
    internal static HashSet<long> Walk(long start, IEnumerable<(long From, long To)> links, bool down) =>
        Walk(start, links.ToLookup(l => down ? l.From : l.To, l => down ? l.To : l.From));

    /// <summary>The same, for whoever walks the same links many times.</summary>
    internal static HashSet<long> Walk(long start, ILookup<long, long> next)
    {
        var found = new HashSet<long> { start };
        var waiting = new Queue<long>(found);
        while (waiting.TryDequeue(out var area))
        {
            foreach (var neighbour in next[area])
            {
                if (found.Add(neighbour)) waiting.Enqueue(neighbour);
            }
        }
        return found;
    }

    private static IEnumerable<(long From, long To)> On(DateOnly day, List<(long From, long To, DateOnly? StartsOn, DateOnly? EndsOn)> links) =>
        links.Where(l => (l.StartsOn is null || l.StartsOn <= day) && (l.EndsOn is null || day < l.EndsOn)).Select(l => (l.From, l.To));

    private async Task<List<(long, long, DateOnly?, DateOnly?)>> LinksAsync(CancellationToken ct) =>
        links ??= [.. (await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Contains)
            .Select(l => new { l.FromId, l.ToId, l.StartsOn, l.EndsOn }).ToListAsync(ct))
            .Select(l => (l.FromId, l.ToId, l.StartsOn, l.EndsOn))];
}
