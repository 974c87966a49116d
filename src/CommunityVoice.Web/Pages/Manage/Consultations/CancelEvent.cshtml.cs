using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Cancels a meeting to come, with a reason that everybody sees.</summary>
[Uses(Capability.Consult)]
public sealed class CancelEventModel(EventsAtHand events, EventDesk desk) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why it is cancelled"), StringLength(OpenMeeting.ReasonMaxLength, ErrorMessage = "The reason must be 300 characters or fewer")]
    [Display(Name = "Why it is cancelled", Description = "Everybody sees it. Say what comes in its place, if anything does")]
    public string? Reason { get; set; }

    public PublicEvent Meeting { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        (Meeting, var refused) = await events.FindAsync(this, slug, id, ct);
        return refused ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        (Meeting, var refused) = await events.FindAsync(this, slug, id, ct);
        if (refused is not null) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        await desk.CancelAsync(Meeting, Reason!.Trim(), User.Id(), ct);
        Done = "The meeting is cancelled.";
        return RedirectToPage("Events", new { slug });
    }
}
