using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Themes;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>A theme and every comment behind it, so that the number opens what it counts.</summary>
[AllowAnonymous]
public sealed class ThemeModel(CommunityVoiceDb db) : PageModel
{
    public const int PageSize = 25;

    public Theme Theme { get; private set; } = null!;
    public int Count { get; private set; }

    /// <summary>Answers that only count: whoever gave them did not agree to more.</summary>
    public int NotPublic { get; private set; }
    public IReadOnlyList<ThemedComment> Comments { get; private set; } = [];
    public long? Next { get; private set; }
    public bool IsFirstPage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string area, string slug, long before, CancellationToken ct)
    {
        if (await db.Themes.AsNoTracking().Include(t => t.Area).SingleOrDefaultAsync(t => t.Area.Slug == area && t.Slug == slug, ct) is not { } theme) return NotFound();
        (Theme, IsFirstPage) = (theme, before <= 0);
        var coded = db.Comments.AsNoTracking().Visible().Where(c => db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == theme.Id));
        Count = await coded.CountAsync(ct);
        NotPublic = await db.Comments.CountedOnly().CountAsync(c => db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == theme.Id), ct);
        var comments = await coded.Where(c => before <= 0 || c.Id < before).OrderByDescending(c => c.Id).Take(PageSize + 1).Select(c => new ThemedComment(
            c.Id, c.Consultation.Slug, c.Consultation.Title, c.Author != null ? c.Author.DisplayName : c.AuthorName, $"{c.Voice}", c.SpeaksForId != null,
            c.Area!.Name, c.Body, c.PostedAt)).ToListAsync(ct);
        Next = comments.Count > PageSize ? comments[PageSize - 1].Id : null;
        Comments = [.. comments.Take(PageSize)];
        HttpContext.ShowsPages([PageTag.Area(theme.AreaId), PageTag.Lists], ["before"]);
        return Page();
    }
}

/// <summary>A comment among those of its theme.</summary>
public sealed record ThemedComment(
    long Id, string Slug, string Title, string AuthorName, string Voice, bool IsVerified, string? Area, string Source, DateTimeOffset PostedAt)
{
    public string Address => $"/consultations/{Slug}/comments/{Id}";
    public IHtmlContent Body => new HtmlString(CommentMarkup.ToHtml(Source)); // cleaned by the allow-list
}
