using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>A theme and every comment behind it, so that the number opens what it counts.</summary>
[AllowAnonymous]
public sealed class ThemeModel(CommunityVoiceDb db, Stances stances, SharedViews shared, RelatedThings related, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    public Theme Theme { get; private set; } = null!;
    public SaidCount Said { get; private set; } = null!;

    /// <summary>Answers that only count: whoever gave them did not agree to more.</summary>
    public int NotPublic { get; private set; }
    public IReadOnlyList<NotIncluded> LeftOut { get; private set; } = [];
    public IReadOnlyList<ThemedComment> Comments { get; private set; } = [];

    /// <summary>Of the comments shown, those that others sent in nearly the same words.</summary>
    public IReadOnlyDictionary<long, SameWords> SameWords { get; private set; } = new Dictionary<long, SameWords>();

    /// <summary>How they reached us, protected, where there is anything to tell; on the first page.</summary>
    public PublishedTable? Ways { get; private set; }

    /// <summary>Both sides of it, where analysts found comments for and against; on the first page.</summary>
    public StanceView? Sides { get; private set; }
    public IReadOnlyDictionary<long, ThemedComment> Quoted { get; private set; } = new Dictionary<long, ThemedComment>();

    /// <summary>What else is tied to it; on the first page.</summary>
    public IReadOnlyList<RelatedThing> Related { get; private set; } = [];
    public long? Next { get; private set; }
    public bool IsFirstPage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string area, string slug, long before, CancellationToken ct)
    {
        if (await db.Themes.AsNoTracking().Include(t => t.Area).Include(t => t.Parent).Include(t => t.ReplacedBy).SingleOrDefaultAsync(t => t.Area.Slug == area && t.Slug == slug, ct) is not { } theme) return NotFound();
        (Theme, IsFirstPage) = (theme, before <= 0);
        (var unshared, LeftOut) = await shared.UnsharedAsync(theme.AreaId, theme.Area.Level, UkTime.Today(clock), ct);
        var coded = db.Comments.AsNoTracking().Visible().Where(c => !unshared.Contains(c.Consultation.AreaId) && db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == theme.Id));
        Said = await db.CountAsync(coded, ct);
        NotPublic = await db.Comments.CountedOnly().CountAsync(c => !unshared.Contains(c.Consultation.AreaId) && db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == theme.Id), ct);
        var comments = await db.OneEach(coded).Where(c => before <= 0 || c.Id < before).OrderByDescending(c => c.Id).Take(PageSize + 1).ToThemed().ToListAsync(ct);
        Next = comments.Count > PageSize ? comments[PageSize - 1].Id : null;
        Comments = [.. comments.Take(PageSize)];
        SameWords = await db.SameWordsAsync([.. Comments.Select(c => c.Id)], ct);
        if (IsFirstPage && LeftOut.Count == 0) Ways = (await ThemeWays.OfAsync(db, [theme.Id], ct)).GetValueOrDefault(theme.Id);
        if (IsFirstPage && (Sides = await stances.OfAsync(theme.Id, unshared, ct)) is { } sides)
        {
            List<long> quoted = [.. sides.For, .. sides.Against];
            Quoted = await db.Comments.AsNoTracking().Where(c => quoted.Contains(c.Id)).ToThemed().ToDictionaryAsync(c => c.Id, ct);
        }
        if (IsFirstPage) Related = await related.OfAsync(theme, ct);
        HttpContext.ShowsPages([PageTag.Area(theme.AreaId), PageTag.Lists], ["before"]);
        return Page();
    }
}
