using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Why it closes before its day.</summary>
public sealed class CloseInput
{
    [Required(ErrorMessage = "Give a reason"), StringLength(1000, ErrorMessage = "The reason must be 1,000 characters or fewer")]
    [Display(Name = "Reason", Description = "Everybody sees it on the page")]
    public string? Reason { get; set; }
}

/// <summary>Closes a consultation and its ballots at once, with a reason that the public sees.</summary>
[Uses(Capability.Consult)]
public sealed class CloseModel(CommunityVoiceDb db, IAuthorizationService authorization, ConsultationDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        await desk.CloseAsync(Shown, Input.Reason!.Trim(), User.Id(), ct);
        Done = "Closed. Nothing more can be said or chosen here.";
        return RedirectToPage("Task", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Consultations.OpenAt(now).SingleOrDefaultAsync(c => c.Slug == slug && !c.IsListeningSpace, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        return null;
    }
}
