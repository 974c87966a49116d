using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Determinants;

/// <summary>A theme that is marked: what people in an area spoke of.</summary>
public sealed record MarkedTheme(string Name, string About, string Slug, string Area, string AreaSlug, string Marks)
{
    /// <summary>Above places, the themes of its name that share this row, without numbers; it is marked with what any of them is.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];

    public string Path => Parts.Count == 0 ? $"/areas/{AreaSlug}/themes/{Slug}" : SameNames.Path(AreaSlug, Name);
}

/// <summary>An action of a published strategy that is marked, and whom it falls to.</summary>
public sealed record MarkedAction(int Number, string Title, string Slug, string Strategy, string? Owner, OwnerKind OwnerKind, string Marks)
{
    public string OwnerWords => Owner ?? (OwnerKind == OwnerKind.Body ? "Nobody yet" : OwnerKind.Word());
}

/// <summary>A part of an area, or the area itself, and how deprived it is.</summary>
public sealed record DeprivedPart(string Name, string Slug, AreaLevel Level, string? Boundary, Deprivation Deprivation);

/// <summary>
/// What shapes health in an area outside health care (rule R-I78): what people spoke of and what is planned, by determinant, beside the index of deprivation. No
/// number here counts anybody's words: themes lead to theirs. What an area above places does not share is in none of its themes.
/// </summary>
public sealed record PlaceDeterminants(IReadOnlyList<MarkedTheme> Themes, IReadOnlyList<MarkedAction> Actions, DeprivedPart? Whole, IReadOnlyList<DeprivedPart> Parts, IReadOnlyList<NotIncluded> LeftOut)
{
    private const int MostThemes = 500;

    /// <summary>The codes that something is marked with.</summary>
    public IReadOnlyCollection<string> Marked => [.. Themes.Select(t => t.Marks).Concat(Actions.Select(a => a.Marks)).SelectMany(DeterminantList.Codes).Distinct(StringComparer.Ordinal)];

    /// <summary>Only what is marked with one determinant.</summary>
    public PlaceDeterminants About(string code) => this with
    {
        Themes = [.. Themes.Where(t => DeterminantList.Codes(t.Marks).Contains(code, StringComparer.Ordinal))],
        Actions = [.. Actions.Where(a => DeterminantList.Codes(a.Marks).Contains(code, StringComparer.Ordinal))],
    };

    public static async Task<PlaceDeterminants> OfAsync(CommunityVoiceDb db, AreaTree tree, SharedViews shared, Area area, DateOnly today, CancellationToken ct)
    {
        var (within, around) = (await tree.WithinAsync(area.Id, today, ct), await tree.AroundAsync(area.Id, today, ct));
        var view = await shared.OnAsync(today, ct);
        var (heard, unshared) = (view.Within(area.Id), view.Unshared(area.Id));
        var said = db.Comments.Counted().Where(c => heard.Contains(c.Consultation.AreaId) && !unshared.Contains(c.Consultation.AreaId));
        var here = db.Codings.Where(x => said.Any(c => c.Id == x.CommentId));
        var spoken = db.Themes.AsNoTracking()
            .Where(t => (heard.Contains(t.AreaId) || around.Contains(t.AreaId)) && t.RetiredAt == null && db.Codings.Any(c => c.ThemeId == t.Id && !unshared.Contains(c.Comment.Consultation.AreaId)));
        var themes = SharedView.IsShared(area.Level) ? await TogetherAsync(spoken.Where(t => here.Any(c => c.ThemeId == t.Id)), area, await PlacesAround.ReadAsync(db, view.All, ct), ct)
            : [.. (await RowsAsync(spoken.Where(t => t.Determinants != "").OrderBy(t => t.Name).ThenBy(t => t.Id).Take(MostThemes), ct)).Select(r => r.Theme)];
        var actions = await db.StrategyVersions.AsNoTracking().Newest().Where(v => within.Contains(v.Strategy.AreaId) || around.Contains(v.Strategy.AreaId))
            .SelectMany(v => v.Actions).Where(a => a.Determinants != "").OrderBy(a => a.VersionId).ThenBy(a => a.Number)
            .Select(a => new MarkedAction(a.Number, a.Title, a.Version.Strategy.Slug, a.Version.Title, a.Owner!.Name, a.OwnerKind, a.Determinants)).ToListAsync(ct);
        var parts = await db.Areas.AsNoTracking().HoldingOn(today).Where(a => within.Contains(a.Id) && (a.Level == AreaLevel.Ward || a.Id == area.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
        var measured = await Deprivation.OfAsync(db, parts.ConvertAll(p => p.Id), ct);
        var rows = parts.FindAll(p => measured.ContainsKey(p.Id)).ConvertAll(p => new DeprivedPart(p.Name, p.Slug, p.Level, p.Boundary, measured[p.Id]));
        return new(themes, actions, rows.Find(r => r.Slug == area.Slug), rows.FindAll(r => r.Slug != area.Slug), await shared.NamedAsync(view.LeftOutOf(area.Id), ct));
    }

    private static async Task<List<MarkedTheme>> TogetherAsync(IQueryable<Theme> spoken, Area area, PlacesAround places, CancellationToken ct) =>
        [.. SameNames.Together(await RowsAsync(spoken.OrderBy(t => t.Name).ThenBy(t => t.Id), ct), places, r => (r.Theme.Name, r.AreaId))
            .Select(g => g.Count == 1 ? g[0].Theme : Together([.. g.OrderBy(r => r.Id)], area, places)).Where(t => t.Marks.Length > 0).Take(MostThemes)];

    private static MarkedTheme Together(IReadOnlyList<Row> themes, Area area, PlacesAround places) => themes[0].Theme with
    {
        About = themes.Select(t => t.Theme.About).FirstOrDefault(a => a.Length > 0) ?? "",
        Area = area.Name,
        AreaSlug = area.Slug,
        Marks = DeterminantList.Marks(themes.SelectMany(t => DeterminantList.Codes(t.Theme.Marks))),
        Parts = SameNames.InOrder(themes.Select(t => new ThemePart(t.Theme.Area, t.Theme.AreaSlug, places.Of(t.AreaId)?.Name, places.Of(t.AreaId)?.Slug, t.Theme.Slug, null))),
    };

    private static Task<List<Row>> RowsAsync(IQueryable<Theme> themes, CancellationToken ct) =>
        themes.Select(t => new Row(t.Id, t.AreaId, new MarkedTheme(t.Name, t.About, t.Slug, t.Area.Name, t.Area.Slug, t.Determinants))).ToListAsync(ct);

    private sealed record Row(long Id, long AreaId, MarkedTheme Theme);
}
