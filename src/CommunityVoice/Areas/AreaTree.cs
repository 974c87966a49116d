using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Which areas contain which on a day. Containment only: overlap and succession never carry a remit.</summary>
public sealed class AreaTree(CommunityVoiceDb db)
{
    private List<(long From, long To, DateOnly? StartsOn, DateOnly? EndsOn)>? links;

    /// <summary>The area itself and everything it contains on that day.</summary>
    public async Task<HashSet<long>> WithinAsync(long areaId, DateOnly on, CancellationToken ct) =>
        Walk(areaId, await LinksAsync(ct), on, down: true);

    /// <summary>The area itself and everything that contains it on that day.</summary>
    public async Task<HashSet<long>> AroundAsync(long areaId, DateOnly on, CancellationToken ct) =>
        Walk(areaId, await LinksAsync(ct), on, down: false);

    private static HashSet<long> Walk(long start, List<(long From, long To, DateOnly? StartsOn, DateOnly? EndsOn)> links, DateOnly on, bool down)
    {
        var next = links.Where(l => (l.StartsOn is null || l.StartsOn <= on) && (l.EndsOn is null || on < l.EndsOn))
            .ToLookup(l => down ? l.From : l.To, l => down ? l.To : l.From);
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

    private async Task<List<(long, long, DateOnly?, DateOnly?)>> LinksAsync(CancellationToken ct) =>
        links ??= [.. (await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Contains)
            .Select(l => new { l.FromId, l.ToId, l.StartsOn, l.EndsOn }).ToListAsync(ct))
            .Select(l => (l.FromId, l.ToId, l.StartsOn, l.EndsOn))];
}
