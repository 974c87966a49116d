using System.Text.Json.Serialization;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Discussion;
using CommunityVoice.OpenData;
using CommunityVoice.Sharing;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>As of when the ways of a theme's comments were published, of how many comments, and under which rules.</summary>
public sealed record ThemeWaysAbout(DateTimeOffset At, int Comments, string Profile, string Note);

/// <summary>A theme as open data, with the comments that can be seen behind it. Determinants: the codes that it is marked with.</summary>
/// <remarks>ByChannel: how all comments about it reached us, wherever they were made, as its page shows it: protected, and none while they are few or all came on the site.</remarks>
public sealed record ThemeData([property: JsonIgnore] long Key, string Slug, string Name, string About, string Area, string AreaSlug, int Comments, string Path, IReadOnlyList<string> Determinants) : IKeyed
{
    public IReadOnlyList<GroupData> ByChannel { get; init; } = [];

    public ThemeWaysAbout? ByChannelAbout { get; init; }

    /// <summary>How many comments came in a way, of those behind <see cref="ByChannelAbout"/>; none where that is not told.</summary>
    public ShownCount? CameBy(EntryChannel? way) => ByChannelAbout is null ? null
        : ByChannel.FirstOrDefault(g => g.Label == (way?.Word() ?? EntryChannelWords.OnTheSite))?.Count ?? ShownCount.Of("0");

    /// <summary>What speaks for and against it, wherever that was said; none while no comment was said to do either.</summary>
    public ThemeSides? Sides { get; init; }

    /// <summary>What other lists call it: the name of each, a colon and its code there.</summary>
    public IReadOnlyList<string> MapsTo { get; init; } = [];

    /// <summary>Above places, the themes of its name that share this row; a comment with several of them counts once in it. How comments reached us, and what speaks for and against it, stays with each of them.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];

    /// <summary>The themes that somebody spoke of in an area and all that its view includes, with the comments made there.</summary>
    public static async Task<List<ThemeData>> PageAsync(CommunityVoiceDb db, SharedView view, Area area, long after, int limit, CancellationToken ct)
    {
        var (areas, unshared) = (view.Within(area.Id), view.Unshared(area.Id));
        var visible = db.Comments.Visible().Where(c => areas.Contains(c.Consultation.AreaId) && !unshared.Contains(c.Consultation.AreaId));
        var codings = db.Codings.Where(x => visible.Any(v => v.Id == x.CommentId));
        var spoken = db.Themes.AsNoTracking().Where(t => codings.Any(x => x.ThemeId == t.Id));
        if (!SharedView.IsShared(area.Level)) return (await RowsAsync(db, view, area, spoken.Where(t => t.Id > after).OrderBy(t => t.Id).Take(limit), codings, ct)).ConvertAll(r => r.Theme);
        var places = await PlacesAround.ReadAsync(db, view.All, ct);
        var page = (await GroupsAsync(spoken, places, ct)).Where(g => g[0] > after).OrderBy(g => g[0]).Take(limit).ToList();
        List<long> ids = [.. page.SelectMany(g => g)];
        var rows = (await RowsAsync(db, view, area, spoken.Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id), codings, ct)).ToDictionary(r => r.Theme.Key);
        var twice = await SameNames.GivenTwiceAsync(db, codings, [.. page.Where(g => g.Count > 1).SelectMany(g => g)], ct);
        return [.. page.Select(g => g.Where(rows.ContainsKey).Select(id => rows[id]).ToList()).Where(g => g.Count > 0)
            .Select(g => g.Count == 1 ? g[0].Theme : Together(g, area, places, g.SelectMany(r => twice[r.Theme.Key]).Select(c => c.CommentId)))];
    }

    // The numbers of themes that share a row; the first is its key. One that another took the place of stays by itself.
    private static async Task<List<List<long>>> GroupsAsync(IQueryable<Theme> spoken, PlacesAround places, CancellationToken ct)
    {
        var names = await spoken.OrderBy(t => t.Id).Select(t => new { t.Id, t.Name, t.AreaId, IsReplaced = t.ReplacedById != null }).ToListAsync(ct);
        return [.. SameNames.Together(names.Where(t => !t.IsReplaced), places, t => (t.Name, t.AreaId)).Concat(names.Where(t => t.IsReplaced).Select(t => new[] { t })).Select(g => g.Select(t => t.Id).ToList())];
    }

    private static async Task<List<Row>> RowsAsync(CommunityVoiceDb db, SharedView view, Area area, IQueryable<Theme> themes, IQueryable<Coding> codings, CancellationToken ct)
    {
        var rows = await themes.Select(t => new
        {
            t.AreaId,
            Theme = new ThemeData(t.Id, t.Slug, t.Name, t.About, t.Area.Name, t.Area.Slug, codings.Count(x => x.ThemeId == t.Id), $"/areas/{t.Area.Slug}/themes/{t.Slug}", DeterminantList.Codes(t.Determinants)) { MapsTo = ThemeMaps.Entries(t.MapsTo) },
        }).ToListAsync(ct);
        // The view that is asked for, and that of whose theme it is: neither tells what it leaves out.
        List<long> whole = view.LeftOutOf(area.Id).Count > 0 ? [] : [.. rows.Where(r => view.LeftOutOf(r.AreaId).Count == 0).Select(r => r.Theme.Key)];
        var ways = await ThemeWays.OfAsync(db, whole, ct);
        var sides = await ThemeSides.OfAsync(db, whole, ct);
        return rows.ConvertAll(r => new Row(r.AreaId, (ways.TryGetValue(r.Theme.Key, out var table) ? r.Theme.With(table) : r.Theme) with { Sides = sides.GetValueOrDefault(r.Theme.Key) }));
    }

    private static ThemeData Together(IReadOnlyList<Row> themes, Area area, PlacesAround places, IEnumerable<long> given) => themes[0].Theme with
    {
        Slug = SameNames.Anchor(themes[0].Theme.Name),
        About = themes.Select(t => t.Theme.About).FirstOrDefault(a => a.Length > 0) ?? "",
        Area = area.Name,
        AreaSlug = area.Slug,
        Comments = themes.Sum(t => t.Theme.Comments) - SameNames.Beyond(given),
        Path = SameNames.Path(area.Slug, themes[0].Theme.Name),
        Determinants = DeterminantList.Codes(DeterminantList.Marks(themes.SelectMany(t => t.Theme.Determinants))),
        MapsTo = ThemeMaps.Entries(ThemeMaps.Kept(themes.SelectMany(t => t.Theme.MapsTo))),
        ByChannel = [],
        ByChannelAbout = null,
        Sides = null,
        Parts = SameNames.InOrder(themes.Select(t => new ThemePart(t.Theme.Area, t.Theme.AreaSlug, places.Of(t.AreaId)?.Name, places.Of(t.AreaId)?.Slug, t.Theme.Slug, t.Theme.Comments))),
    };

    private ThemeData With(PublishedTable table) =>
        this with { ByChannel = GroupData.Of(table), ByChannelAbout = new(table.At, table.People, table.Profile, table.Note) };

    private sealed record Row(long AreaId, ThemeData Theme);
}
