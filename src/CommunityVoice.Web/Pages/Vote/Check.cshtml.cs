using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>Shows the choices once more; <see cref="Confirming"/> casts them when they are confirmed.</summary>
[Authorize]
public sealed class CheckModel(BallotsAtHand ballots, VoteTickets tickets, KeptChoices kept, Voters voters, TimeProvider clock) : PageModel
{
    /// <summary>As they travel from page to page: sealed.</summary>
    [BindProperty(SupportsGet = true)] public string? Choices { get; set; }

    public Ballot Ballot { get; private set; } = null!;

    /// <summary>As they will be recorded.</summary>
    public string Chosen { get; private set; } = "";

    /// <summary>Others were confirmed before, which whoever chose before signing in has not been told yet.</summary>
    [BindProperty(SupportsGet = true)] public bool Replaces { get; set; }

    // Elsewhere when it is not found or closed, and back to the form when the choices are gone.
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await ballots.FindAsync(id, ct) is not { HasMarks: false, Consultation.PublishedAt: not null } found) return NotFound();
        if (!found.TakesVotesAt(clock.GetUtcNow())) return RedirectToPage("Results", new { id, late = true });
        if (Choices is null && kept.Take(HttpContext, id) is { } brought) return await ArriveAsync(found, tickets.Write(id, User.Id(), brought), ct);
        if (tickets.Read(id, User.Id(), Choices) is not { Length: > 0 } choices) return RedirectToPage("Choose", new { id });
        (Ballot, Chosen) = (found, choices);
        return Page();
    }

    // Chosen before signing in: from here on as if the form had been filled in by whom it is now known to be.
    private async Task<RedirectToPageResult> ArriveAsync(Ballot ballot, string choices, CancellationToken ct)
    {
        var voter = await voters.AtAsync(ballot, User.Id(), ct);
        return voter.MayVote ? RedirectToPage("Check", new { ballot.Id, choices, replaces = voter.HasPaper }) : RedirectToPage("Eligibility", new { ballot.Id, choices });
    }
}
