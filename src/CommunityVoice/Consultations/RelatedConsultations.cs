using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>Another consultation that has something in common, and what that is, in words.</summary>
public sealed record Related(long Id, string Slug, string Title, string Why);

/// <summary>
/// Finds what else is about the same: by themes that people's words were given to, then by place. The same for every reader, from what is public alone; nobody's
/// reading is looked at.
/// </summary>
public sealed class RelatedConsultations(CommunityVoiceDb db)
{
    public const int Most = 3;
    private const int MostThemes = 20;
    private const int Candidates = 20;

    public async Task<IReadOnlyList<Related>> OfAsync(long consultationId, CancellationToken ct)
    {
        var themes = await db.Themes.AsNoTracking().Where(t => db.Codings.Any(x => x.ConsultationId == consultationId && x.ThemeId == t.Id))
            .OrderBy(t => t.Id).Take(MostThemes).ToDictionaryAsync(t => t.Id, t => t.Name, ct);
        var ids = themes.Keys.ToList();
        var found = await db.Consultations.AsNoTracking().Published().Where(c => c.Id != consultationId)
            .Where(c => db.Consultations.Any(own => own.Id == consultationId && own.AreaId == c.AreaId) || db.Codings.Any(x => x.ConsultationId == c.Id && ids.Contains(x.ThemeId)))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(Candidates)
            .Select(c => new { c.Id, c.Slug, c.Title, Area = c.Area.Name }).ToListAsync(ct);
        var candidates = found.ConvertAll(c => c.Id);
        var shared = (await db.Codings.Where(x => candidates.Contains(x.ConsultationId) && ids.Contains(x.ThemeId)).Select(x => new { x.ConsultationId, x.ThemeId }).Distinct().ToListAsync(ct))
            .ToLookup(x => x.ConsultationId, x => x.ThemeId);
        return [.. found.OrderByDescending(c => shared[c.Id].Count()).Take(Most).Select(c => new Related(c.Id, c.Slug, c.Title, Why([.. shared[c.Id].Order().Select(t => themes[t])], c.Area)))];
    }

    private static string Why(IReadOnlyList<string> themes, string area) => themes switch
    {
        [] => $"Also in {area}",
        [var one] => $"Also about {one}",
        [var one, var two] => $"Also about {one} and {two}",
        [var one, var two, ..] => $"Also about {one}, {two} and {(themes.Count == 3 ? "1 more theme" : $"{themes.Count - 2} more themes")}",
    };
}
