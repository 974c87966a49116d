using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Changes a ballot while it is not public. Once it is, people choose by its wording, so it is only shown.</summary>
[Uses(Capability.Consult)]
public sealed class BallotModel(CommunityVoiceDb db, IAuthorizationService authorization, BallotForms forms, BallotDesk desk) : PageModel
{
    [BindProperty]
    public BallotInput Input { get; set; } = new();

    public Ballot Ballot { get; private set; } = null!;
    public BallotForm? Form { get; private set; }
    public bool IsFixed => Ballot.Consultation.PublishedAt is not null;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!IsFixed) Form = await forms.ForAsync(Ballot.Consultation, Ballot, Input = BallotInput.Of(Ballot), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string? press, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (IsFixed) return BadRequest();
        Form = await forms.ForAsync(Ballot.Consultation, Ballot, Input, ct);
        if (Form.Read(press, ModelState) is not { } draft) return ModelState.ErrorCount == 0 ? Page() : this.PageWithErrors();
        if (!await desk.RewriteAsync(Ballot, draft, User.Id(), ct)) return BadRequest();
        Done = "The ballot is saved.";
        return RedirectToPage("Task", new { slug = Ballot.Consultation.Slug });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.WithOffer().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, ballot.Consultation.AreaId)) return Forbid();
        Ballot = ballot;
        return null;
    }
}
