using System.Text.Json.Serialization;
using CommunityVoice.Data;
using CommunityVoice.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Another area, by its address and name.</summary>
public sealed record AreaName(string Slug, string Name)
{
    internal static IReadOnlyList<AreaName> Of(IEnumerable<AreaLinkRow> areas) => [.. areas.Select(a => new AreaName(a.Slug, a.Name))];
}

/// <summary>An area as open data. Within: the slugs of the areas that contain it.</summary>
public sealed record AreaData(
    [property: JsonIgnore] long Key, string Slug, string Name, string Level, string? Code, int? Population, IReadOnlyList<string> Within, string Path) : IKeyed
{
    /// <summary>The areas that people know by name, today's, after a key.</summary>
    public static async Task<List<AreaData>> PageAsync(CommunityVoiceDb db, DateOnly today, long after, int limit, CancellationToken ct)
    {
        var areas = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(today).Where(a => a.Id > after).OrderBy(a => a.Id).Take(limit)
            .Select(a => new { a.Id, a.Slug, a.Name, a.Level, a.Code, a.Population }).ToListAsync(ct);
        var ids = areas.ConvertAll(a => a.Id);
        var within = (await db.AreaLinks.AsNoTracking()
            .Where(l => l.Kind == AreaLinkKind.Contains && ids.Contains(l.ToId) && (l.StartsOn == null || l.StartsOn <= today) && (l.EndsOn == null || today < l.EndsOn))
            .OrderBy(l => l.From.Slug).Select(l => new { l.ToId, l.From.Slug }).ToListAsync(ct)).ToLookup(l => l.ToId, l => l.Slug);
        return areas.ConvertAll(a => new AreaData(a.Id, a.Slug, a.Name, DataCode.Of(a.Level), a.Code, a.Population, [.. within[a.Id].Distinct(StringComparer.Ordinal)], $"/areas/{a.Slug}"));
    }
}
