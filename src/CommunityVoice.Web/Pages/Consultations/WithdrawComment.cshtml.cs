using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Takes one's own comment back, after asking once.</summary>
[Authorize]
public sealed class WithdrawCommentModel(CommunityVoiceDb db, Conversation conversation) : PageModel
{
    public Comment Comment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        if (await db.FindOwnAsync(slug, id, User.Id(), ct) is not { } own) return NotFound();
        Comment = own;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct) =>
        await conversation.WithdrawAsync(User.Id(), id, ct) == ChangeOutcome.Changed ? Redirect($"/consultations/{slug}#comments") : NotFound();
}
