using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>A form with the fields of a meeting to come.</summary>
public interface IEventForm
{
    EventInput Input { get; }
}

/// <summary>Adds a meeting to come.</summary>
[Uses(Capability.Consult)]
public sealed class NewEventModel(EventsAtHand events, EventDesk desk, TimeProvider clock) : PageModel, IEventForm
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        (Shown, var refused) = await events.FindAsync(this, slug, ct);
        return refused ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        (Shown, var refused) = await events.FindAsync(this, slug, ct);
        if (refused is not null) return refused;
        Input.Check(ModelState, clock.GetUtcNow());
        if (!ModelState.IsValid) return this.PageWithErrors();
        await desk.AddAsync(Shown, Input.Facts(), User.Id(), ct);
        Done = Shown.PublishedAt is null ? "The meeting is saved." : "The meeting is public, and whoever follows is told.";
        return RedirectToPage("Events", new { slug });
    }
}
