using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>Asks once more, then takes somebody's choices back.</summary>
[Authorize]
public sealed class WithdrawModel(CommunityVoiceDb db, Participants participants, Casting casting, VoteTickets tickets, TimeProvider clock) : PageModel
{
    public Ballot Ballot { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        if (await participants.FindAsync(User.Id(), ct) is not { } participant) return RedirectToPage("Choose", new { id });
        var result = await casting.WithdrawAsync(id, participant, ct);
        if (result.Outcome == CastOutcome.LeftOut) return RedirectToPage("Choose", new { id });
        return result.Outcome == CastOutcome.Closed
            ? RedirectToPage("Results", new { id, late = true })
            : RedirectToPage("Receipt", new { id, code = result.Receipt is { } code ? tickets.Write(id, User.Id(), code) : null });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { } found) return NotFound();
        Ballot = found;
        return found.TakesVotesAt(clock.GetUtcNow()) ? null : RedirectToPage("Results", new { id, late = true });
    }
}
