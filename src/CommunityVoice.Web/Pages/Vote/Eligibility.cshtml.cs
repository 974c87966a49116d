using System.ComponentModel.DataAnnotations;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>Asks for a postcode in the area or the code from a letter, where a ballot asks for more than an e-mail address.</summary>
[Authorize]
public sealed class EligibilityModel(CommunityVoiceDb db, Voters voters, Participants participants, Eligibility eligibility, CodeTries tries, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Display(Name = "Your postcode", Description = "We look up whether it lies in the area, and do not keep it.")]
    public string? Postcode { get; set; }

    [BindProperty]
    [Display(Name = "The code in our letter", Description = "12 letters and numbers. Capitals, dashes and spaces make no difference. Each code can be used once.")]
    public string? Code { get; set; }

    /// <summary>Made before this was asked, sealed: they are checked next.</summary>
    [BindProperty(SupportsGet = true)] public string? Choices { get; set; }

    public Ballot Ballot { get; private set; } = null!;
    public bool AsksPostcode => !MayVote && Ballot.WhoMayVote == VoterTier.PostcodeInArea;
    public bool TakesCodes { get; private set; }
    public bool MayVote { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        var byCode = !AsksPostcode || !string.IsNullOrWhiteSpace(Code);
        var participant = await participants.ForAsync(User.Id(), ct);
        var outcome = byCode
            ? await tries.UseAsync(Ballot, User.Id(), participant, Code, ct)
            : await eligibility.ShowPostcodeAsync(Ballot, participant, Postcode, ct);
        if (outcome == PassOutcome.Given) return RedirectToPage(Choices is null ? "Choose" : "Check", new { id, Choices });
        ModelState.Clear();
        if (byCode) ModelState.AddModelError(nameof(Code), outcome.OfCode());
        else ModelState.AddModelError(nameof(Postcode), outcome.OfPostcode(Ballot));
        return this.PageWithErrors();
    }

    // Where to go instead: not found, closed, or on to the ballot where there is nothing to show.
    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { } found) return NotFound();
        (Ballot, MayVote) = (found, (await voters.AtAsync(found, User.Id(), ct)).MayVote);
        TakesCodes = found.WhoMayVote == VoterTier.LetterCode || await db.VotingCodes.AnyAsync(c => c.BallotId == id, ct);
        if (!found.TakesVotesAt(clock.GetUtcNow())) return RedirectToPage("Results", new { id, late = Request.Method == "POST" });
        return AsksPostcode || TakesCodes ? null : RedirectToPage("Choose", new { id });
    }
}
