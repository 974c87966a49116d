using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>The ballots for which somebody may enter paper forms, those that opened last first.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class PaperBallotsModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int OnPage = 30;

    public IReadOnlyList<Ballot> Ballots { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(long before, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.EnterOnBehalf, ct);
        var found = await db.Ballots.AsNoTracking().WithPages().Include(b => b.Consultation)
            .Where(b => areas.Contains(b.Consultation.AreaId) && (before <= 0 || b.Id < before)).OrderByDescending(b => b.Id).Take(OnPage + 1).ToListAsync(ct);
        (Ballots, Older) = ([.. found.Take(OnPage)], found.Count > OnPage ? found[OnPage - 1].Id : null);
        return Page();
    }

    public string StateOf(Ballot ballot) => ballot.State(clock.GetUtcNow());
}
