using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>The meetings to come of a consultation, and those that were.</summary>
[Uses(Capability.Consult)]
public sealed class EventsModel(EventsAtHand events, TimeProvider clock) : PageModel
{
    public Consultation Shown { get; private set; } = null!;
    public DateTimeOffset Now => clock.GetUtcNow();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        (Shown, var refused) = await events.FindAsync(this, slug, ct);
        return refused ?? Page();
    }
}
