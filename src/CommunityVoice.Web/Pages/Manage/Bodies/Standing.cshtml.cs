using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>Says how independent an organisation is. Each change is public and stays; none is altered.</summary>
[Uses(Capability.Administer)]
public sealed class StandingModel(CommunityVoiceDb db, ManagedBodies bodies, TimeProvider clock) : PageModel
{
    [BindProperty] public StandingInput Input { get; set; } = new();
    public Body Body { get; private set; } = null!;
    public IReadOnlyList<BodyStanding> Standings { get; private set; } = [];
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        Input.StartsOn = UkTime.Today(clock);
        return await FindAsync(slug, ct) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input.Check(ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var standing = new BodyStanding(Body, Input.Kind!.Value, Input.HostedBy?.Trim(), Input.StartsOn!.Value, Input.Note?.Trim() ?? "", User.Id(), clock.GetUtcNow());
        db.BodyStandings.Add(standing);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "body.standing-said", "Body", Body.Id, $"{standing.Words} from {standing.StartsOn:yyyy-MM-dd}", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        Done = "Everybody can see it on the organisation’s page.";
        return RedirectToPage(new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await bodies.FindAsync(slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        Body = body;
        Standings = await db.BodyStandings.AsNoTracking().Where(s => s.BodyId == body.Id).OrderByDescending(s => s.StartsOn).ThenByDescending(s => s.Id).Take(100).ToListAsync(ct);
        return null;
    }
}
