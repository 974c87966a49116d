using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>The list of themes of an area above places: those of one name in several places are one row, with each comment and each viewpoint counted once.</summary>
internal sealed class ThemesTogether
{
    private readonly PlacesAround places;
    private readonly ILookup<long, GivenTwice> twice;
    private readonly ILookup<long, long> copied;

    private ThemesTogether(PlacesAround places, ILookup<long, GivenTwice> twice, ILookup<long, long> copied) => (this.places, this.twice, this.copied) = (places, twice, copied);

    /// <summary>A theme that another took the place of stays by itself: its comments have the other too. Of those that no comment has, each name is told once.</summary>
    public static async Task<List<ThemeRow>> OfAsync(CommunityVoiceDb db, List<ThemeRow> rows, IQueryable<Coding> here, PlacesAround places, CancellationToken ct)
    {
        List<IReadOnlyList<ThemeRow>> heard = [.. SameNames.Together(rows.Where(r => r.Comments > 0 && r.ReplacedBy is null), places, r => (r.Name, r.AreaId))];
        List<long> sharing = [.. heard.Where(g => g.Count > 1).SelectMany(g => g).Select(r => r.Id)];
        var comments = db.Comments.Counted();
        var counted = here.Where(x => comments.Any(c => c.Id == x.CommentId));
        var copies = await (from coding in counted
                            join copy in db.NearCopies on coding.CommentId equals copy.CommentId
                            where sharing.Contains(coding.ThemeId)
                            select new { coding.ThemeId, copy.FirstId }).Distinct().ToListAsync(ct);
        var together = new ThemesTogether(places, await SameNames.GivenTwiceAsync(db, counted, sharing, ct), copies.ToLookup(c => c.ThemeId, c => c.FirstId));
        var names = heard.Select(g => SameNames.KeyOf(g[0].Name)).ToHashSet(StringComparer.Ordinal);
        var others = rows.Where(r => r.ReplacedBy is not null || (r.Comments == 0 && (r.IsRetired || names.Add(SameNames.KeyOf(r.Name)))));
        return [.. heard.Select(g => g.Count == 1 ? g[0] : together.RowOf([.. g.OrderBy(r => r.Id)])).Concat(others).OrderBy(r => r.IsRetired).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private ThemeRow RowOf(IReadOnlyList<ThemeRow> themes)
    {
        var given = themes.SelectMany(t => twice[t.Id]).ToList();
        var viewpoints = themes.SelectMany(t => copied[t.Id]).Concat(given.Where(c => !c.IsCopied).Select(c => c.CommentId));
        return themes[0] with
        {
            About = themes.Select(t => t.About).FirstOrDefault(a => a.Length > 0) ?? "",
            IsRetired = themes.All(t => t.IsRetired),
            Comments = themes.Sum(t => t.Comments) - SameNames.Beyond(given.Select(c => c.CommentId)),
            Viewpoints = themes.Sum(t => t.Viewpoints) - SameNames.Beyond(viewpoints),
            Parent = themes.Select(t => t.Parent).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? themes[0].Parent : null,
            MapsTo = ThemeMaps.Kept(themes.SelectMany(t => ThemeMaps.Entries(t.MapsTo))),
            Parts = SameNames.InOrder(themes.Select(t => new ThemePart(t.AreaName, t.AreaSlug, places.Of(t.AreaId)?.Name, places.Of(t.AreaId)?.Slug, t.Slug, t.Comments))),
            Others = [.. themes.Skip(1).Select(t => t.Id)],
        };
    }
}
