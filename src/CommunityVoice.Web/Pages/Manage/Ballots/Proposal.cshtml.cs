using System.ComponentModel.DataAnnotations;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>What the second person answers.</summary>
public sealed class AnswerInput
{
    [Required(ErrorMessage = "Choose whether you confirm it"), Display(Name = "What do you say?")]
    public bool? Confirms { get; set; }

    [StringLength(Exclusion.WordsMaxLength, ErrorMessage = "Your reason must be 500 characters or fewer")]
    [Display(Name = "If you decline it, why", Description = "Whoever proposed it reads it. Write no names.")]
    public string? Words { get; set; }
}

/// <summary>One proposal about papers of a ballot, for a second person to confirm or decline.</summary>
[Uses(Capability.Moderate)]
public sealed class ProposalModel(CommunityVoiceDb db, BallotAtHand atHand, UnusualPatterns patterns, Exclusions exclusions, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public Ballot Ballot { get; private set; } = null!;
    public Exclusion Shown { get; private set; } = null!;
    public IReadOnlyList<PatternPaper> Papers { get; private set; } = [];
    public bool IsOwn => Shown.ProposedById == User.Id();
    public bool MayBePutBack { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, long proposal, CancellationToken ct)
    {
        if (await FindAsync(id, proposal, ct) is { } refused) return refused;
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "ballot.proposal-opened", nameof(Ballot), id, FormattableString.Invariant($"proposal {proposal}"), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long proposal, CancellationToken ct)
    {
        if (await FindAsync(id, proposal, ct) is { } refused) return refused;
        if (Input is { Confirms: false } && string.IsNullOrWhiteSpace(Input.Words)) ModelState.AddModelError("Input.Words", "Say why you decline it");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var outcome = await exclusions.AnswerAsync(Shown, Input.Confirms!.Value, Input.Words?.Trim() ?? "", User.Id(), ct);
        if (outcome != ExclusionOutcome.Done)
        {
            ModelState.AddModelError("", outcome.Word());
            return this.PageWithErrors();
        }
        Done = !Input.Confirms.Value ? "Declined. Nothing has changed."
            : Shown.Kind == ExclusionKind.LeaveOut ? "Confirmed. The papers are left out, and the public record says so with its next batch." : "Confirmed. The papers count again.";
        return RedirectToPage("LeftOut", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, long proposal, CancellationToken ct)
    {
        var (ballot, refused) = await atHand.FindAsync(this, id, Capability.Moderate, ct);
        if (refused is not null) return refused;
        if (await atHand.ProposalAsync(ballot, proposal, ct) is not { } found) return NotFound();
        Response.Headers.CacheControl = "no-store";
        (Ballot, Shown, Papers) = (ballot, found, await patterns.PapersAsync(found, ct));
        MayBePutBack = found is { Kind: ExclusionKind.LeaveOut, IsConfirmed: true } && !await exclusions.IsPutBackAsync(found, ct);
        return null;
    }
}
