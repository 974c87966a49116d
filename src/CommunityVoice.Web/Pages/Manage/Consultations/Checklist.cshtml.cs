using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>The evidence that a consultation keeps to the principles of working with people (rule R-A15).</summary>
[Uses(Capability.Consult)]
public sealed class ChecklistModel(CommunityVoiceDb db, IAuthorizationService authorization, ChecklistDesk desk, ChecklistLibrary library) : PageModel, IChecklistPage
{
    [BindProperty] public ChecklistInput Input { get; set; } = new();
    public Checklist List => library.ForConsultations;
    public Consultation Shown { get; private set; } = null!;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input = ChecklistInput.Of(await desk.RowsAsync(List, ChecklistOf.One(Shown), ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!Input.Follows(List, ModelState)) return BadRequest();
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.SaveAsync(List, ChecklistOf.One(Shown), Input.Texts, User.Id(), ct))
        {
            ModelState.AddModelError("", "Somebody else saved this at the same moment. Your words are below: save again");
            return this.PageWithErrors();
        }
        Done = Shown.PublishedAt is null ? "The evidence is saved. Everybody sees it once the consultation is published." : "The evidence is saved, and everybody can see it.";
        return RedirectToPage("Task", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug && !c.IsListeningSpace, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        return null;
    }
}
