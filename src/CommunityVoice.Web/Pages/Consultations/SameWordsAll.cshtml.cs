using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Themes;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Pages.Coding;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Every comment in nearly the same words as one: none is merged, each has its place and its address.</summary>
[AllowAnonymous]
public sealed class SameWordsAllModel(CommunityVoiceDb db) : PageModel
{
    public const int PageSize = 25;

    public Consultation Consultation { get; private set; } = null!;
    public SameWords Group { get; private set; } = null!;
    public IReadOnlyList<ThemedComment> Comments { get; private set; } = [];
    public long? Next { get; private set; }
    public bool IsFirstPage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, long after, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return NotFound();
        if (!await db.Comments.Visible().AnyAsync(c => c.Id == id && c.ConsultationId == found.Id, ct)) return NotFound();
        if (!(await db.SameWordsAsync([id], ct)).TryGetValue(id, out var group)) return NotFound();
        (Consultation, Group, IsFirstPage) = (found, group, after <= 0);
        var comments = await db.Comments.AsNoTracking().Visible()
            .Where(c => c.ConsultationId == found.Id && c.Id > after && db.NearCopies.Any(n => n.CommentId == c.Id && n.FirstId == group.CopiesOf))
            .OrderBy(c => c.Id).Take(PageSize + 1).ToThemed().ToListAsync(ct);
        if (comments.Count == 0) return NotFound();
        Next = comments.Count > PageSize ? comments[PageSize - 1].Id : null;
        Comments = [.. comments.Take(PageSize)];
        HttpContext.ShowsPages([PageTag.Consultation(found.Id), PageTag.Area(found.AreaId)], ["after"]);
        return Page();
    }
}
