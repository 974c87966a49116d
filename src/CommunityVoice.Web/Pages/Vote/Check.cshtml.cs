using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>Shows the choices once more, and casts them when they are confirmed.</summary>
[Authorize]
public sealed class CheckModel(BallotsAtHand ballots, Participants participants, Casting casting, VoteTickets tickets, TimeProvider clock) : PageModel
{
    /// <summary>As they travel from page to page: sealed.</summary>
    [BindProperty(SupportsGet = true)] public string? Choices { get; set; }

    public Ballot Ballot { get; private set; } = null!;

    /// <summary>As they will be recorded.</summary>
    public string Chosen { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        var participant = await participants.ForAsync(User.Id(), ct);
        var cast = await casting.CastAsync(id, participant, Chosen, ct);
        switch (cast.Outcome)
        {
            case CastOutcome.Accepted:
                return RedirectToPage("Receipt", new { id, code = tickets.Write(id, User.Id(), cast.Receipt!) });
            case CastOutcome.Closed:
                return RedirectToPage("Results", new { id, late = true });
            case CastOutcome.NotEntitled:
                return RedirectToPage("Eligibility", new { id });
            default: // the ballot changed since the form was filled in: look again
                return RedirectToPage("Choose", new { id });
        }
    }

    // Where to go instead: not found, closed, or back to the form when the choices are gone.
    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await ballots.FindAsync(id, ct) is not { HasMarks: false, Consultation.PublishedAt: not null } found) return NotFound();
        if (!found.TakesVotesAt(clock.GetUtcNow())) return RedirectToPage("Results", new { id, late = true });
        if (tickets.Read(id, User.Id(), Choices) is not { Length: > 0 } choices) return RedirectToPage("Choose", new { id });
        (Ballot, Chosen) = (found, choices);
        return null;
    }
}
