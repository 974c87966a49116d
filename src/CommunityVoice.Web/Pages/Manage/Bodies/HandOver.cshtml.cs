using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>A hand-over of this body as a list shows it.</summary>
public sealed record HandOverRow(long Id, string From, string To, DateOnly On, bool IsCalledOff);

/// <summary>Hands an organisation's work over to another from a day on: written, looked at, and decided.</summary>
[Uses(Capability.Administer)]
public sealed class HandOverModel(CommunityVoiceDb db, ManagedBodies bodies, HandOverForm form, HandingOver handing, UserManager<Person> people, TimeProvider clock) : PageModel
{
    [BindProperty] public HandOverInput Input { get; set; } = new();
    public HandOverForm Form => form;
    public Body Body { get; private set; } = null!;
    public IReadOnlyList<HandOverRow> Known { get; private set; } = [];

    /// <summary>What is shown for a last look before it is decided.</summary>
    public IReadOnlyList<HandOverPlan> Plans { get; private set; } = [];
    public HandedDuties? Duties { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        (Input.MovesDuties, Input.InvitesPeople, Input.Remits) = (true, true, [.. Body.Remits.Select(r => r.Id)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? step, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (step == "change")
        {
            ModelState.Clear();
            return Page();
        }
        var plans = await form.ReadAsync(Body, Input, User, ModelState, ct);
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (plans.Count == 0) return BadRequest();
        if (step != "decide")
        {
            Plans = plans;
            Duties = await HandedDuties.OfAsync(db, Body.Id, plans[0].Remits, clock.GetUtcNow(), ct);
            return Page();
        }
        if (await people.GetUserAsync(User) is not { } person) return Forbid();
        var decided = await handing.DecideAsync(plans, person, ct);
        return Redirect($"/manage/hand-overs/{decided[0].Id}?done=decided");
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await form.FindAsync(slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        Body = body;
        Known = await db.HandOvers.AsNoTracking().Where(h => h.FromId == body.Id || h.ToId == body.Id).OrderByDescending(h => h.On).ThenByDescending(h => h.Id).Take(50)
            .Select(h => new HandOverRow(h.Id, h.From.Name, h.To.Name, h.On, h.CalledOffAt != null)).ToListAsync(ct);
        return null;
    }
}
