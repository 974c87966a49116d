using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>Which papers of a group, and why.</summary>
public sealed class LeaveOutInput
{
    [Display(Name = "Which papers", Description = "Untick those that should count. If one real person stands behind them, one of their papers should stay.")]
    public List<Guid> Papers { get; set; } = [];

    [Required(ErrorMessage = "Choose why they should not count"), Display(Name = "Why they should not count", Description = "Everybody sees this beside the result, with the number of papers.")]
    public ExclusionReason? Reason { get; set; }

    [Required(ErrorMessage = "Say what you saw"), StringLength(Exclusion.WordsMaxLength, ErrorMessage = "What you saw must be 500 characters or fewer")]
    [Display(Name = "What you saw", Description = "The second person reads it, and it goes into the letter to whoever cast the paper. Write no names and no addresses.")]
    public string? Words { get; set; }
}

/// <summary>Proposes to leave papers of one group out of the count. Nothing happens to them before a second person confirms it.</summary>
[Uses(Capability.Moderate)]
public sealed class LeaveOutModel(CommunityVoiceDb db, BallotAtHand atHand, UnusualPatterns patterns, Exclusions exclusions, TimeProvider clock) : PageModel
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    [BindProperty]
    public LeaveOutInput Input { get; set; } = new();

    public Ballot Ballot { get; private set; } = null!;
    public PatternGroup Group { get; private set; } = null!;
    public IEnumerable<Choice> Papers => Group.Papers.Select((p, i) => new Choice($"{p.Participant}", string.Create(British, $"Paper {i + 1}: {UkTime.Local(p.At):d MMMM yyyy, HH:mm}, {p.Address}")));
    public static IEnumerable<Choice> Reasons => Enum.GetValues<ExclusionReason>().Select(r => new Choice($"{r}", r.Sentence()));

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, string group, CancellationToken ct)
    {
        if (await FindAsync(id, group, ct) is { } refused) return refused;
        Input.Papers = [.. Group.Papers.Select(p => p.Participant)];
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "ballot.patterns-opened", nameof(Ballot), id, Group.What, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string group, CancellationToken ct)
    {
        if (await FindAsync(id, group, ct) is { } refused) return refused;
        var chosen = Input.Papers.Intersect(Group.Papers.Select(p => p.Participant)).ToList();
        if (chosen.Count == 0) ModelState.AddModelError("Input.Papers", "Tick at least one paper");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var outcome = await exclusions.ProposeAsync(id, Input.Reason!.Value, Input.Words!.Trim(), Group.What, chosen, User.Id(), ct);
        if (outcome != ExclusionOutcome.Done)
        {
            ModelState.AddModelError("", outcome.Word());
            return this.PageWithErrors();
        }
        Done = "Proposed. The papers count until somebody else confirms it.";
        return RedirectToPage("LeftOut", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, string group, CancellationToken ct)
    {
        var (ballot, refused) = await atHand.FindAsync(this, id, Capability.Moderate, ct);
        if (refused is not null) return refused;
        Response.Headers.CacheControl = "no-store";
        if (await patterns.FindAsync(id, group, ct) is not { } found) return NotFound();
        (Ballot, Group) = (ballot, found);
        return null;
    }
}
