using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Changes a meeting to come; calendars that hold it take the change.</summary>
[Uses(Capability.Consult)]
public sealed class ChangeEventModel(CommunityVoiceDb db, EventsAtHand events, EventDesk desk, TimeProvider clock) : PageModel, IEventForm
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    public PublicEvent Meeting { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        (Meeting, var refused) = await events.FindAsync(this, slug, id, ct);
        if (refused is not null) return refused;
        Input = EventInput.From(Meeting);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        (Meeting, var refused) = await events.FindAsync(this, slug, id, ct);
        if (refused is not null) return refused;
        Input.Check(ModelState, clock.GetUtcNow());
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.ChangeAsync(Meeting, Input.Facts(), Input.Revision, User.Id(), ct))
        {
            ModelState.AddModelError("", "Somebody else changed this while you were writing. Your words are below: compare them with the saved ones, then save again");
            ModelState.Remove("Input.Revision");
            Input.Revision = await db.PublicEvents.AsNoTracking().Where(e => e.Id == id).Select(e => e.Revision).SingleAsync(ct);
            return this.PageWithErrors();
        }
        Done = "The meeting is changed.";
        return RedirectToPage("Events", new { slug });
    }
}
