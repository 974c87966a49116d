using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Takes a form back that was entered by mistake, with a reason.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class TakeBackPaperModel(CommunityVoiceDb db, IAuthorizationService authorization, PaperForms forms, TimeProvider clock) : PageModel
{
    [FromQuery] public string? Form { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why it is taken back"), StringLength(300, ErrorMessage = "The reason must be 300 characters or fewer")]
    [Display(Name = "Why it is taken back", Description = "It stays in the record of who did what. Write no names")]
    public string? Reason { get; set; }

    public Ballot Ballot { get; private set; } = null!;
    public string Number => PaperForms.NumberOf(Form ?? "");

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Done = await forms.TakeBackAsync(Ballot, Number, Reason!.Trim(), User.Id(), ct)
            ? $"Form {Number} is taken back. It can be entered again." : $"Form {Number} does not count any more, so there was nothing to take back.";
        return RedirectToPage("Papers", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.AsNoTracking().Include(b => b.Consultation).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.EnterOnBehalf, ballot.Consultation.AreaId)) return Forbid();
        if (!ballot.TakesVotesAt(clock.GetUtcNow()) || !await db.EnteredPapers.AnyAsync(p => p.BallotId == id && p.FormNumber == Number, ct)) return NotFound();
        Ballot = ballot;
        return null;
    }
}
