using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Themes;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>A comment with a theme, and what it says about it.</summary>
public sealed record StanceRow(ThemedComment Comment, Stance Stance);

/// <summary>Says of the comments with a theme whether they are for or against what it is about, a page at a time.</summary>
[Uses(Capability.Code)]
public sealed class ViewsModel(CommunityVoiceDb db, Stances stances, IAuthorizationService authorization) : PageModel
{
    private const int PageSize = 25;

    [BindProperty] public Dictionary<long, Stance> Stances { get; set; } = [];

    public Consultation Consultation { get; private set; } = null!;
    public Theme Theme { get; private set; } = null!;
    public IReadOnlyList<StanceRow> Rows { get; private set; } = [];
    public long After { get; private set; }
    public long? Next { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long theme, long after, CancellationToken ct)
    {
        if (await FindAsync(slug, theme, ct) is { } refused) return refused;
        After = after;
        var coded = db.Codings.Where(x => x.ThemeId == Theme.Id && x.ConsultationId == Consultation.Id);
        var comments = await db.Comments.AsNoTracking().Visible().Where(c => c.Id > after && coded.Any(x => x.CommentId == c.Id)).OrderBy(c => c.Id).Take(PageSize + 1).ToThemed().ToListAsync(ct);
        var said = await coded.ToDictionaryAsync(x => x.CommentId, x => x.Stance, ct);
        Rows = [.. comments.Take(PageSize).Select(c => new StanceRow(c, said.GetValueOrDefault(c.Id)))];
        Next = comments.Count > PageSize ? Rows[^1].Comment.Id : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long theme, long after, CancellationToken ct)
    {
        if (await FindAsync(slug, theme, ct) is { } refused) return refused;
        if (!ModelState.IsValid || Stances.Values.Any(s => !Enum.IsDefined(s))) return BadRequest();
        var changed = await stances.SaveAsync(Consultation, Theme, Stances, User.Id(), ct);
        Done = changed == 0 ? "Nothing changed: it was so already." : $"Saved: {Words.Count(changed, "comment", "comments")} changed.";
        return Redirect($"/moderation/themes/{slug}/views/{theme}{(after > 0 ? $"?after={after}" : "")}");
    }

    private async Task<IActionResult?> FindAsync(string slug, long theme, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Code, consultation.AreaId)) return Forbid();
        if (await db.Themes.AsNoTracking().SingleOrDefaultAsync(t => t.Id == theme, ct) is not { } found) return NotFound();
        (Consultation, Theme) = (consultation, found);
        return null;
    }
}
