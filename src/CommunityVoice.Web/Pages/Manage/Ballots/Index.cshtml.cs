using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>The ballots whose papers somebody may look after, those that opened last first, with how many proposals wait on each.</summary>
[Uses(Capability.Moderate)]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int OnPage = 30;

    public IReadOnlyList<Ballot> Ballots { get; private set; } = [];
    public IReadOnlyDictionary<long, int> Waiting { get; private set; } = new Dictionary<long, int>();
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(long before, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.Moderate, ct);
        var found = await db.Ballots.AsNoTracking().WithPages().Include(b => b.Consultation)
            .Where(b => areas.Contains(b.Consultation.AreaId) && (before <= 0 || b.Id < before)).OrderByDescending(b => b.Id).Take(OnPage + 1).ToListAsync(ct);
        (Ballots, Older) = ([.. found.Take(OnPage)], found.Count > OnPage ? found[OnPage - 1].Id : null);
        var ids = Ballots.Select(b => b.Id).ToList();
        Waiting = await db.Exclusions.Where(e => ids.Contains(e.BallotId) && e.AnsweredAt == null).GroupBy(e => e.BallotId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return Page();
    }

    public string StateOf(Ballot ballot) => ballot.State(clock.GetUtcNow());
}
