using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Sharing;

/// <summary>Part of a view that is left out, as pages name it: the part, the voice bodies that share in no agreement, and the area whose view it is.</summary>
public sealed record NotIncluded(string Part, string PartSlug, IReadOnlyList<string> Bodies, string View)
{
    /// <summary>"Fellside Voice has not signed a sharing agreement for Two Rivers".</summary>
    public string Because => $"{(Bodies.Count > 1 ? $"{string.Join(", ", Bodies.SkipLast(1))} and {Bodies[^1]} have" : $"{Bodies[0]} has")} not signed a sharing agreement for {View}";
}

/// <summary>Reads what the views of areas above places include on a day.</summary>
public sealed class SharedViews(CommunityVoiceDb db)
{
    private static readonly AreaLevel[] Levels = [AreaLevel.System, AreaLevel.StrategicAuthority];
    private (DateOnly Day, SharedView View)? known;

    /// <summary>Read once for a page, which asks for several parts of it.</summary>
    public async Task<SharedView> OnAsync(DateOnly day, CancellationToken ct)
    {
        if (known is { } read && read.Day == day) return read.View;
        var views = await db.Areas.Where(a => Levels.Contains(a.Level)).Select(a => a.Id).ToListAsync(ct);
        var links = await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Contains && (l.StartsOn == null || l.StartsOn <= day) && (l.EndsOn == null || day < l.EndsOn))
            .OrderBy(l => l.Id).Select(l => new { l.FromId, l.ToId }).ToListAsync(ct);
        var view = SharedView.Of(views, links.ConvertAll(l => (l.FromId, l.ToId)), views.Count == 0 ? [] : await db.VoiceRemitsOnAsync(day, ct));
        known = (day, view);
        return view;
    }

    /// <summary>The area itself and everything that its view includes on a day.</summary>
    public async Task<HashSet<long>> WithinAsync(long areaId, DateOnly day, CancellationToken ct) => (await OnAsync(day, ct)).Within(areaId);

    /// <summary>What the view of an area leaves out on a day, by its names.</summary>
    public async Task<IReadOnlyList<NotIncluded>> LeftOutOfAsync(long areaId, DateOnly day, CancellationToken ct) => await NamedAsync((await OnAsync(day, ct)).LeftOutOf(areaId), ct);

    /// <summary>Everything in an area that its view does not include on a day, and the parts that this is about; nothing, and no question asked, where views need no agreement.</summary>
    public async Task<(HashSet<long> Areas, IReadOnlyList<NotIncluded> Parts)> UnsharedAsync(long areaId, AreaLevel level, DateOnly day, CancellationToken ct)
    {
        if (!SharedView.IsShared(level)) return ([], []);
        var view = await OnAsync(day, ct);
        return (view.Unshared(areaId), await NamedAsync(view.LeftOutOf(areaId), ct));
    }

    internal async Task<IReadOnlyList<NotIncluded>> NamedAsync(IReadOnlyList<LeftOut> left, CancellationToken ct)
    {
        if (left.Count == 0) return [];
        var ids = left.SelectMany(l => new[] { l.ViewId, l.PartId }).ToHashSet();
        var names = await db.Areas.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name, a.Slug }).ToDictionaryAsync(a => a.Id, ct);
        return [.. left.Select(l => new NotIncluded(names[l.PartId].Name, names[l.PartId].Slug, l.Bodies, names[l.ViewId].Name))];
    }
}
