using System.Globalization;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>What came before an area, and what after: from a day on.</summary>
public sealed record AreaHeir(long Id, string Name, string Slug, DateOnly On);

/// <summary>What an area was called before, what it took the place of, and what takes its place.</summary>
public sealed record AreaStory(IReadOnlyList<(string Name, DateOnly Until)> Names, IReadOnlyList<AreaHeir> Predecessors, IReadOnlyList<AreaHeir> Successors)
{
    public static AreaStory None { get; } = new([], [], []);

    public static async Task<AreaStory> OfAsync(CommunityVoiceDb db, long areaId, CancellationToken ct)
    {
        var names = await db.FormerAreaNames.AsNoTracking().Where(f => f.AreaId == areaId).OrderByDescending(f => f.Until).ThenByDescending(f => f.Id).Select(f => new { f.Name, f.Until }).ToListAsync(ct);
        var links = await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Succeeds && l.StartsOn != null && (l.FromId == areaId || l.ToId == areaId)).OrderBy(l => l.StartsOn).ThenBy(l => l.Id)
            .Select(l => new { l.FromId, From = l.From.Name, FromSlug = l.From.Slug, l.ToId, To = l.To.Name, ToSlug = l.To.Slug, On = l.StartsOn!.Value }).ToListAsync(ct);
        return new(names.ConvertAll(n => (n.Name, n.Until)),
            [.. links.Where(l => l.FromId == areaId).Select(l => new AreaHeir(l.ToId, l.To, l.ToSlug, l.On))],
            [.. links.Where(l => l.ToId == areaId).Select(l => new AreaHeir(l.FromId, l.From, l.FromSlug, l.On))]);
    }

    /// <summary>What to say to whoever would begin something in an area that is no more; nothing where it holds.</summary>
    public static async Task<string?> EndedWordsAsync(CommunityVoiceDb db, long areaId, DateOnly today, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().Where(a => a.Id == areaId && a.EndsOn <= today).Select(a => new { a.Name, EndsOn = a.EndsOn!.Value }).SingleOrDefaultAsync(ct) is not { } area) return null;
        var heirs = (await OfAsync(db, areaId, ct)).Successors;
        var ended = $"{area.Name} ended on {area.EndsOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}, so nothing new begins there";
        return heirs.Count == 0 ? ended : $"{ended}. Its place was taken by {string.Join(" and ", heirs.Select(h => h.Name))}";
    }
}
