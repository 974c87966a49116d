using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>Proposes to put papers back that were left out, which takes a second person as well.</summary>
[Uses(Capability.Moderate)]
public sealed class PutBackModel(BallotAtHand atHand, Exclusions exclusions) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why they should count again"), StringLength(Exclusion.WordsMaxLength, ErrorMessage = "The reason must be 500 characters or fewer")]
    [Display(Name = "Why they should count again", Description = "The second person reads it, and it goes into the letter to whoever cast the paper. Write no names.")]
    public string? Words { get; set; }

    public Ballot Ballot { get; private set; } = null!;
    public Exclusion Shown { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, long proposal, CancellationToken ct) => await FindAsync(id, proposal, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long proposal, CancellationToken ct)
    {
        if (await FindAsync(id, proposal, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var outcome = await exclusions.ProposePutBackAsync(Shown, Words!.Trim(), User.Id(), ct);
        if (outcome != ExclusionOutcome.Done)
        {
            ModelState.AddModelError("", outcome.Word());
            return this.PageWithErrors();
        }
        Done = "Proposed. The papers stay out until somebody else confirms it.";
        return RedirectToPage("LeftOut", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, long proposal, CancellationToken ct)
    {
        var (ballot, refused) = await atHand.FindAsync(this, id, Capability.Moderate, ct);
        if (refused is not null) return refused;
        if (await atHand.ProposalAsync(ballot, proposal, ct) is not { Kind: ExclusionKind.LeaveOut, IsConfirmed: true } found) return NotFound();
        (Ballot, Shown) = (ballot, found);
        return null;
    }
}
