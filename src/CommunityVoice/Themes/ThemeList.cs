using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>A theme and how many comments that count are coded to it.</summary>
public sealed record ThemeRow(long Id, long AreaId, string AreaSlug, string Slug, string Name, string About, bool IsRetired, int Comments)
{
    /// <summary>At most this many comments is few; being few is a reason to look, never a reason to leave out.</summary>
    public const int MostOfFew = 2;

    public bool IsHeardFromFew => Comments is > 0 and <= MostOfFew;
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

    /// <summary>The whole is the count that is kept with every comment, and what counts without being public.</summary>
    public async Task<CodingProgress> ProgressAsync(long consultationId, int comments, CancellationToken ct) => new(
        await db.Comments.Counted().CountAsync(c => c.ConsultationId == consultationId && db.Codings.Any(x => x.CommentId == c.Id), ct),
        comments + await db.Comments.Where(c => c.ConsultationId == consultationId).CountedOnly().CountAsync(ct));

    private async Task<Dictionary<long, int>> CountAsync(IQueryable<Coding> codings, CancellationToken ct) => await (
        from coding in codings
        join comment in db.Comments.Counted() on coding.CommentId equals comment.Id
        group coding by coding.ThemeId into theme
        select new { theme.Key, Count = theme.Count() }).ToDictionaryAsync(t => t.Key, t => t.Count, ct);

    private static async Task<List<ThemeRow>> RowsAsync(IQueryable<Theme> themes, Dictionary<long, int> counts, CancellationToken ct) =>
        [.. (await themes.AsNoTracking().Select(t => new { t.Id, t.AreaId, AreaSlug = t.Area.Slug, t.Slug, t.Name, t.About, t.RetiredAt }).ToListAsync(ct))
            .Select(t => new ThemeRow(t.Id, t.AreaId, t.AreaSlug, t.Slug, t.Name, t.About, t.RetiredAt is not null, counts.GetValueOrDefault(t.Id)))
            .OrderBy(t => t.IsRetired).ThenBy(t => t.Name, StringComparer.OrdinalIgnoreCase)];
}
