using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Gives or takes back support for a comment: one each.</summary>
[Authorize]
public sealed class SupportModel(CommunityVoiceDb db, Conversation conversation, TimeProvider clock) : PageModel
{
    public Comment Comment { get; private set; } = null!;
    public bool Supported { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) => await FindAsync(slug, id, ct) ? Page() : NotFound();

    /// <summary>Says what is wanted, not "the other way round", so that a double press is harmless.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, long id, bool support, CancellationToken ct)
    {
        if (!await FindAsync(slug, id, ct)) return NotFound();
        var given = support ? await conversation.SupportAsync(User.Id(), id, ct) : await conversation.UnsupportAsync(User.Id(), id, ct);
        return given is null ? NotFound() : RedirectToPage(new { slug, id });
    }

    private async Task<bool> FindAsync(string slug, long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.Comments.AsNoTracking().Visible().Include(c => c.Consultation)
            .SingleOrDefaultAsync(c => c.Id == id && db.Consultations.OpenAt(now).Any(o => o.Id == c.ConsultationId && o.Slug == slug), ct);
        if (found is null) return false;
        (Comment, Supported) = (found, await db.CommentSupports.AnyAsync(s => s.CommentId == id && s.PersonId == User.Id(), ct));
        return true;
    }
}
