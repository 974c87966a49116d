using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>Shows the choices once more; <see cref="Confirming"/> casts them when they are confirmed.</summary>
[Authorize]
public sealed class CheckModel(BallotsAtHand ballots, VoteTickets tickets, TimeProvider clock) : PageModel
{
    /// <summary>As they travel from page to page: sealed.</summary>
    [BindProperty(SupportsGet = true)] public string? Choices { get; set; }

    public Ballot Ballot { get; private set; } = null!;

    /// <summary>As they will be recorded.</summary>
    public string Chosen { get; private set; } = "";

    // Elsewhere when it is not found or closed, and back to the form when the choices are gone.
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await ballots.FindAsync(id, ct) is not { HasMarks: false, Consultation.PublishedAt: not null } found) return NotFound();
        if (!found.TakesVotesAt(clock.GetUtcNow())) return RedirectToPage("Results", new { id, late = true });
        if (tickets.Read(id, User.Id(), Choices) is not { Length: > 0 } choices) return RedirectToPage("Choose", new { id });
        (Ballot, Chosen) = (found, choices);
        return Page();
    }
}
