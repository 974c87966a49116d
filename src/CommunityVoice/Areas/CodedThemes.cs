using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>The themes that comments were given, in the order of their names, and where the comments were made, so that a view can leave some out.</summary>
internal sealed class CodedThemes
{
    private readonly IReadOnlyList<CodedTheme> themes;
    private readonly ILookup<long, GivenTwice> twice;
    private readonly PlacesAround places;

    private CodedThemes(IReadOnlyList<CodedTheme> themes, ILookup<long, GivenTwice> twice, PlacesAround places) => (this.themes, this.twice, this.places) = (themes, twice, places);

    public static async Task<CodedThemes> ReadAsync(CommunityVoiceDb db, PlacesAround places, CancellationToken ct)
    {
        var counted = db.Comments.Counted();
        var codings = db.Codings.AsNoTracking().Where(c => counted.Any(v => v.Id == c.CommentId));
        var counts = (await codings.GroupBy(c => new { c.ThemeId, c.Comment.ConsultationId })
            .Select(g => new { g.Key.ThemeId, g.Key.ConsultationId, Comments = g.Count(), FirstAt = g.Min(c => c.At) }).ToListAsync(ct)).ToLookup(g => g.ThemeId);
        var asked = await db.Consultations.AsNoTracking().Select(c => new { c.Id, c.AreaId }).ToDictionaryAsync(c => c.Id, c => c.AreaId, ct);
        var known = await db.Themes.AsNoTracking().Where(t => t.ReplacedById == null).Select(t => new { t.Id, t.AreaId, t.Name, t.Slug, Area = t.Area.Name, AreaSlug = t.Area.Slug, t.IsAboutCapacity }).ToListAsync(ct);
        List<CodedTheme> coded = [.. known.Where(t => counts.Contains(t.Id)).OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Id).Select(t => new CodedTheme(
            t.Id, t.AreaId, t.Area, new ThemeCount(t.Name, t.Slug, t.AreaSlug, 0, default, t.IsAboutCapacity), [.. counts[t.Id].Select(c => new CodedIn(asked[c.ConsultationId], c.Comments, c.FirstAt))]))];
        List<long> sharing = [.. SameNames.Together(coded, places, t => (t.Theme.Name, t.AreaId)).Where(g => g.Count > 1).SelectMany(g => g).Select(t => t.Id)];
        return new(coded, await SameNames.GivenTwiceAsync(db, codings, sharing, ct), places);
    }

    /// <summary>What an area shows: by where comments were made, since in a ward people speak of the themes of the place around it. Above places, themes of one name in several of them are one.</summary>
    public IEnumerable<ThemeCount> Of(NestedArea area, HashSet<long> within, HashSet<long> unshared)
    {
        var here = within.Except(unshared).ToHashSet();
        var heard = themes.Where(t => t.In.Any(i => here.Contains(i.AreaId))).Select(t => t.Within(here));
        return SharedView.IsShared(area.Level)
            ? SameNames.Together(heard, places, t => (t.Theme.Name, t.AreaId)).Select(g => g.Count == 1 ? g[0].Theme : Together(area, g, here))
            : heard.Select(t => t.Theme);
    }

    private ThemeCount Together(NestedArea area, IReadOnlyList<CodedTheme> parts, HashSet<long> here) => parts.MinBy(p => p.Id)!.Theme with
    {
        Area = area.Slug,
        Comments = parts.Sum(p => p.Theme.Comments) - SameNames.Beyond(parts.SelectMany(p => twice[p.Id]).Where(c => here.Contains(c.AreaId)).Select(c => c.CommentId)),
        FirstAt = parts.Min(p => p.Theme.FirstAt),
        IsAboutCapacity = parts.Any(p => p.Theme.IsAboutCapacity),
        Parts = SameNames.InOrder(parts.Select(p => new ThemePart(p.Area, p.Theme.Area, places.Of(p.AreaId)?.Name, places.Of(p.AreaId)?.Slug, p.Theme.Slug, p.Theme.Comments))),
    };

    private sealed record CodedIn(long AreaId, int Comments, DateTimeOffset FirstAt);

    private sealed record CodedTheme(long Id, long AreaId, string Area, ThemeCount Theme, IReadOnlyList<CodedIn> In)
    {
        public CodedTheme Within(HashSet<long> areas)
        {
            var here = In.Where(i => areas.Contains(i.AreaId)).ToList();
            return this with { Theme = Theme with { Comments = here.Sum(i => i.Comments), FirstAt = here.Min(i => i.FirstAt) } };
        }
    }
}
