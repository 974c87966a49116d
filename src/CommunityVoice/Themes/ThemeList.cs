using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>A theme and how many comments that count are coded to it.</summary>
public sealed record ThemeRow(long Id, long AreaId, string AreaSlug, string Slug, string Name, string About, bool IsRetired, int Comments)
{
    /// <summary>At most this many comments is few; being few is a reason to look, never a reason to leave out.</summary>
    public const int MostOfFew = 2;

    public bool IsHeardFromFew => Comments is > 0 and <= MostOfFew;

    /// <summary>How many different viewpoints the comments are: those in nearly the same words are one.</summary>
    public int Viewpoints { get; init; }

    public string AreaName { get; init; } = "";
    public string? Parent { get; init; }

    /// <summary>What other lists call it, as <see cref="ThemeMaps"/> keeps it.</summary>
    public string MapsTo { get; init; } = "";

    /// <summary>Above places, the themes of its name that share this row, and the numbers of all but the first; none where it is one theme.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];
    public IReadOnlyList<long> Others { get; init; } = [];

    /// <summary>The theme that took its place, and the end of that one's address.</summary>
    public (string Name, string Slug)? ReplacedBy { get; init; }
}

/// <summary>How far the coding of a consultation has come.</summary>
public sealed record CodingProgress(int Coded, int Of);

/// <summary>Themes with their counts. A consultation uses those of its area and of the areas around it.</summary>
public sealed class ThemeList(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    /// <summary>The themes offered in a consultation, with the comments coded there; retired ones only where still in use.</summary>
    public async Task<List<ThemeRow>> ForAsync(long consultationId, long areaId, CancellationToken ct)
    {
        var around = await tree.AroundAsync(areaId, UkTime.Today(clock), ct);
        var counts = await CountAsync(db.Codings.Where(x => x.ConsultationId == consultationId), ct);
        var rows = await RowsAsync(db.Themes.Where(t => around.Contains(t.AreaId)), counts, ct);
        return [.. rows.Where(t => !t.IsRetired || t.Comments > 0)];
    }

    /// <summary>The themes of one area, with the comments coded to them anywhere.</summary>
    public async Task<List<ThemeRow>> OfAreaAsync(long areaId, CancellationToken ct) => await RowsAsync(
        db.Themes.Where(t => t.AreaId == areaId), await CountAsync(db.Codings.Where(x => x.Theme.AreaId == areaId), ct), ct);

    /// <summary>
    /// The themes of an area and of all that its view includes, and those of areas around that were used there, with the comments made there but in the areas of which
    /// nothing is shared. Above places, those of one name in several places are one row.
    /// </summary>
    public async Task<List<ThemeRow>> OfViewAsync(Area area, SharedView view, CancellationToken ct)
    {
        var (areaIds, unshared) = (view.Within(area.Id), view.Unshared(area.Id));
        var here = db.Codings.Where(x => areaIds.Contains(x.Comment.Consultation.AreaId) && !unshared.Contains(x.Comment.Consultation.AreaId));
        var rows = await RowsAsync(db.Themes.Where(t => areaIds.Contains(t.AreaId) || here.Any(x => x.ThemeId == t.Id)), await CountAsync(here, ct), ct);
        return SharedView.IsShared(area.Level) ? await ThemesTogether.OfAsync(db, rows, here, await PlacesAround.ReadAsync(db, view.All, ct), ct) : rows;
    }

    /// <summary>The whole is the count that is kept with every comment, and what counts without being public.</summary>
    public async Task<CodingProgress> ProgressAsync(long consultationId, int comments, CancellationToken ct) => new(
        await db.Comments.Counted().CountAsync(c => c.ConsultationId == consultationId && db.Codings.Any(x => x.CommentId == c.Id), ct),
        comments + await db.Comments.Where(c => c.ConsultationId == consultationId).CountedOnly().CountAsync(ct));

    private async Task<Dictionary<long, SaidCount>> CountAsync(IQueryable<Coding> codings, CancellationToken ct) => await (
        from coding in codings
        join comment in db.Comments.Counted() on coding.CommentId equals comment.Id
        join copy in db.NearCopies on coding.CommentId equals copy.CommentId into copies
        from copy in copies.DefaultIfEmpty()
        group copy == null ? coding.CommentId : copy.FirstId by coding.ThemeId into theme
        select new { theme.Key, Comments = theme.Count(), Viewpoints = theme.Distinct().Count() })
        .ToDictionaryAsync(t => t.Key, t => new SaidCount(t.Comments, t.Viewpoints), ct);

    private static async Task<List<ThemeRow>> RowsAsync(IQueryable<Theme> themes, Dictionary<long, SaidCount> counts, CancellationToken ct) =>
        [.. (await themes.AsNoTracking().Select(t => new { t.Id, t.AreaId, AreaName = t.Area.Name, AreaSlug = t.Area.Slug, t.Slug, t.Name, t.About, t.MapsTo, t.RetiredAt, Parent = t.Parent!.Name, Successor = t.ReplacedBy!.Name, SuccessorSlug = t.ReplacedBy!.Slug }).ToListAsync(ct))
            .Select(t => (Theme: t, Said: counts.GetValueOrDefault(t.Id) ?? new(0, 0)))
            .Select(t => new ThemeRow(t.Theme.Id, t.Theme.AreaId, t.Theme.AreaSlug, t.Theme.Slug, t.Theme.Name, t.Theme.About, t.Theme.RetiredAt is not null, t.Said.Comments)
            {
                Viewpoints = t.Said.Viewpoints,
                AreaName = t.Theme.AreaName,
                Parent = t.Theme.Parent,
                MapsTo = t.Theme.MapsTo,
                ReplacedBy = t.Theme.Successor is null ? null : (t.Theme.Successor, t.Theme.SuccessorSlug),
            })
            .OrderBy(t => t.IsRetired).ThenBy(t => t.Name, StringComparer.OrdinalIgnoreCase)];
}
