using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.HandOvers;

/// <summary>One hand-over for the people of both organisations: what went over, what waits to be done, and the note.</summary>
[Authorize]
public sealed class DetailsModel(CommunityVoiceDb db, Permissions permissions, ManagedBodies managed, HandingOver handing, TimeProvider clock) : PageModel
{
    public HandOver HandOver { get; private set; } = null!;
    public HandedDuties Duties { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);
    public bool MayCallOff { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, string? done, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Done = done switch { "decided" => "The hand-over is decided, and the people of both are told.", "called-off" => "The hand-over is called off. Everything stays as it was.", _ => null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!MayCallOff) return Forbid();
        await handing.CallOffAsync(HandOver, User.Id(), ct);
        return Redirect($"/manage/hand-overs/{id}?done=called-off");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await db.HandOvers.Include(h => h.From).Include(h => h.To).Include(h => h.Remits).ThenInclude(r => r.Ended).ThenInclude(r => r.Area).Include(h => h.Remits).ThenInclude(r => r.Given)
            .SingleOrDefaultAsync(h => h.Id == id, ct) is not { } found) return NotFound();
        HandOver = found;
        var administers = await managed.MayAsync(User, found.From, ct) || await managed.MayAsync(User, found.To, ct);
        if (!administers && !(await permissions.BodiesAsync(User.Id(), ct)).Exists(b => b == found.FromId || b == found.ToId)) return Forbid();
        MayCallOff = administers && found.CanBeCalledOffOn(Today);
        Duties = await HandedDuties.OfAsync(db, found.FromId, [.. found.Remits.Select(r => r.Ended)], clock.GetUtcNow(), ct);
        return null;
    }
}
