using System.Globalization;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>What came before an area, and what after: from a day on.</summary>
public sealed record AreaHeir(long Id, string Name, string Slug, DateOnly On);

/// <summary>What an area was called until a day.</summary>
public sealed record FormerName(string Name, DateOnly Until);

/// <summary>That the first area took the place of the second, from a day on.</summary>
public sealed record Succession(long FromId, string From, string FromSlug, long ToId, string To, string ToSlug, DateOnly On);

/// <summary>What an area was called before, what it took the place of, and what takes its place.</summary>
public sealed record AreaStory(IReadOnlyList<FormerName> Names, IReadOnlyList<AreaHeir> Predecessors, IReadOnlyList<AreaHeir> Successors)
{
    public static AreaStory None { get; } = new([], [], []);

    /// <summary>Of what was read already; successions come in their order.</summary>
    public static AreaStory Of(long areaId, IReadOnlyList<FormerName> names, IEnumerable<Succession> successions)
    {
        var all = successions.ToList();
        return new(names,
            [.. all.Where(s => s.FromId == areaId).Select(s => new AreaHeir(s.ToId, s.To, s.ToSlug, s.On))],
            [.. all.Where(s => s.ToId == areaId).Select(s => new AreaHeir(s.FromId, s.From, s.FromSlug, s.On))]);
    }

    public static async Task<AreaStory> OfAsync(CommunityVoiceDb db, long areaId, CancellationToken ct) => Of(
        areaId,
        await db.FormerAreaNames.AsNoTracking().Where(f => f.AreaId == areaId).OrderByDescending(f => f.Until).ThenByDescending(f => f.Id).Select(f => new FormerName(f.Name, f.Until)).ToListAsync(ct),
        await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Succeeds && l.StartsOn != null && (l.FromId == areaId || l.ToId == areaId)).OrderBy(l => l.StartsOn).ThenBy(l => l.Id)
            .Select(l => new Succession(l.FromId, l.From.Name, l.From.Slug, l.ToId, l.To.Name, l.To.Slug, l.StartsOn!.Value)).ToListAsync(ct));

    /// <summary>What to say to whoever would begin something in an area that is no more; nothing where it holds.</summary>
    public static async Task<string?> EndedWordsAsync(CommunityVoiceDb db, long areaId, DateOnly today, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().Where(a => a.Id == areaId && a.EndsOn <= today).Select(a => new { a.Name, EndsOn = a.EndsOn!.Value }).SingleOrDefaultAsync(ct) is not { } area) return null;
        var heirs = (await OfAsync(db, areaId, ct)).Successors;
        var ended = $"{area.Name} ended on {area.EndsOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}, so nothing new begins there";
        return heirs.Count == 0 ? ended : $"{ended}. Its place was taken by {string.Join(" and ", heirs.Select(h => h.Name))}";
    }
}
