using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Sharing;
using CommunityVoice.Themes;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>Every theme of a place, those that one person spoke of among them, with words that can be quoted; and the versions of its list.</summary>
[AllowAnonymous]
public sealed class PlaceModel(CommunityVoiceDb db, ThemeList themes, SharedViews shared, TimeProvider clock) : PageModel
{
    private const int LongestQuote = 400;

    public Area Area { get; private set; } = null!;
    public IReadOnlyList<ThemeRow> Often { get; private set; } = [];
    public IReadOnlyList<ThemeRow> Few { get; private set; } = [];
    public IReadOnlyList<ThemeRow> Unheard { get; private set; } = [];
    public IReadOnlyList<ThemeRow> Retired { get; private set; } = [];
    public ILookup<long, Quotation> Quotations { get; private set; } = null!;
    public IReadOnlyList<ThemeListVersion> Versions { get; private set; } = [];
    public IReadOnlyList<NotIncluded> LeftOut { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string area, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == area, ct) is not { } place) return NotFound();
        Area = place;
        var view = await shared.OnAsync(UkTime.Today(clock), ct);
        LeftOut = await shared.LeftOutOfAsync(place.Id, UkTime.Today(clock), ct);
        var all = await themes.OfViewAsync(place, view, ct);
        Often = [.. all.Where(t => t.Comments > 0 && !t.IsHeardFromFew && !t.IsRetired).OrderByDescending(t => t.Comments).ThenBy(t => t.Name, StringComparer.OrdinalIgnoreCase)];
        Few = [.. all.Where(t => t.IsHeardFromFew && !t.IsRetired)];
        Unheard = [.. all.Where(t => t.Comments == 0 && !t.IsRetired)];
        Retired = [.. all.Where(t => t.IsRetired)];
        Quotations = await QuotationsAsync([.. Few.SelectMany(t => t.Others.Prepend(t.Id))], [.. view.Within(place.Id).Except(view.Unshared(place.Id))], ct);
        Versions = await db.ThemeListVersions.AsNoTracking().Where(v => v.AreaId == place.Id).OrderByDescending(v => v.Number).Take(50).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Area(place.Id), PageTag.Lists]);
        return Page();
    }

    /// <summary>Where a row that several themes share stands.</summary>
    public static string? AnchorOf(ThemeRow theme) => theme.Parts.Count == 0 ? null : SameNames.Anchor(theme.Name);

    /// <summary>What other lists call it, in words; nothing where they do not know it.</summary>
    public static string InOtherLists(ThemeRow theme) => theme.MapsTo.Length == 0 ? "" : $"In other lists: {ThemeMaps.InWords(theme.MapsTo)}";

    /// <summary>What was said of a theme, and of those that share its row: each comment once.</summary>
    public IEnumerable<Quotation> QuotationsOf(ThemeRow theme) => theme.Others.Prepend(theme.Id).SelectMany(id => Quotations[id]).DistinctBy(q => q.Address);

    // Few by definition, so all of them are read.
    private async Task<ILookup<long, Quotation>> QuotationsAsync(List<long> themeIds, List<long> areas, CancellationToken ct) => (await (
            from coding in db.Codings
            join comment in db.Comments.Visible() on coding.CommentId equals comment.Id
            where themeIds.Contains(coding.ThemeId) && areas.Contains(comment.Consultation.AreaId)
            orderby comment.Id
            select new { coding.ThemeId, comment.Id, comment.Consultation.Slug, comment.Voice, Words = comment.IsNotToBeQuoted ? null : comment.Body, comment.PostedAt }).ToListAsync(ct))
        .ToLookup(c => c.ThemeId, c => new Quotation(c.Words is { } words ? Words.Cut(CleanText.OfMarkdown(words), LongestQuote) : null, $"{c.Voice}", $"/consultations/{c.Slug}/comments/{c.Id}", c.PostedAt));

    /// <summary>A comment's words, unless whoever said them did not want to be quoted, and where they stand.</summary>
    public sealed record Quotation(string? Text, string Voice, string Address, DateTimeOffset At);
}
