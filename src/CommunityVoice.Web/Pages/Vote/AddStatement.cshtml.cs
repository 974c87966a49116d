using System.ComponentModel.DataAnnotations;
using CommunityVoice.Analysis.Text;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>A statement of somebody's own for others to agree or disagree with; a moderator reads it first.</summary>
[Authorize]
public sealed class AddStatementModel(CommunityVoiceDb db, Statements statements, TimeProvider clock) : PageModel
{
    [BindProperty]
    [StringLength(Statements.MaxLength)]
    [Display(Name = "Your statement", Description = "One thing that others can agree or disagree with, such as “The crossing by the school feels unsafe”.")]
    public string? Text { get; set; }

    /// <summary>What was pointed out to them once, they may send as it is.</summary>
    [BindProperty] public bool Warned { get; set; }

    public Ballot Ballot { get; private set; } = null!;
    public IReadOnlyList<(PersonalDetail Detail, string Words)> Details { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        var text = CleanText.OneLine(Text);
        Details = PersonalDetails.In(text);
        if (text.Length == 0) ModelState.AddModelError(nameof(Text), "Enter your statement");
        foreach (var (_, number) in Details.Where(d => d.Detail == PersonalDetail.NhsNumber)) ModelState.TryAddModelError(nameof(Text), $"Take out the NHS number {number}: it shows who somebody is");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Details.Count > 0 && !Warned) return Page();

        switch (await statements.AddAsync(id, User.Id(), text, ct))
        {
            case StatementOutcome.Held:
                return RedirectToPage("Statement", new { id, added = true });
            case StatementOutcome.Closed:
                return RedirectToPage("Results", new { id, late = true });
            case StatementOutcome.TooMany:
                ModelState.AddModelError(nameof(Text), $"You have added {Statements.MostEach} statements here, and that is the most for one person");
                break;
            default:
                ModelState.AddModelError(nameof(Text), "Somebody has added this already: you see it among the statements, or will once a moderator has read it");
                break;
        }
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { TakesStatements: true } found) return NotFound();
        Ballot = found;
        return found.TakesVotesAt(clock.GetUtcNow()) ? null : RedirectToPage("Results", new { id, late = true });
    }
}
