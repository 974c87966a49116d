using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Adds a ballot of any method to a consultation that is a draft, scheduled or open.</summary>
[Uses(Capability.Consult)]
public sealed class NewBallotModel(CommunityVoiceDb db, IAuthorizationService authorization, BallotForms forms, BallotDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public BallotInput Input { get; set; } = new();

    public BallotForm Form { get; private set; } = null!;
    public bool IsOver => !BallotDesk.MayAdd(Form.Consultation, clock.GetUtcNow());

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Form.Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? press, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (IsOver) return BadRequest();
        if (Form.Read(press, ModelState) is not { } draft) return ModelState.ErrorCount == 0 ? Page() : this.PageWithErrors();
        await desk.WriteAsync(Form.Consultation, draft, User.Id(), ct);
        Done = Form.Consultation.PublishedAt is null ? "The ballot is saved." : "The ballot is saved, and public.";
        return RedirectToPage("Task", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug && !c.IsListeningSpace, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Form = await forms.ForAsync(consultation, null, Input, ct);
        return null;
    }
}
