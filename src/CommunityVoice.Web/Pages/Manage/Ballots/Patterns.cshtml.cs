using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>Papers of one ballot that look unusual together, for people to judge (rule R-F33). It shows addresses, so each opening is recorded.</summary>
[Uses(Capability.Moderate)]
public sealed class PatternsModel(CommunityVoiceDb db, BallotAtHand atHand, UnusualPatterns patterns, TimeProvider clock) : PageModel
{
    public Ballot Ballot { get; private set; } = null!;
    public IReadOnlyList<PatternGroup> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (ballot, refused) = await atHand.FindAsync(this, id, Capability.Moderate, ct);
        if (refused is not null) return refused;
        Response.Headers.CacheControl = "no-store";
        (Ballot, Groups) = (ballot, await patterns.FindAsync(id, ct));
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "ballot.patterns-opened", nameof(Ballot), id, FormattableString.Invariant($"{Groups.Count} groups"), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
