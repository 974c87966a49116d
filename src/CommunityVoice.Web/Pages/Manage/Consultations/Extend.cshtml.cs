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

/// <summary>A later closing day, and why.</summary>
public sealed class ExtendInput
{
    [Required(ErrorMessage = "Enter the new closing day"), Display(Name = "New closing day")]
    public DateOnly? ClosesOn { get; set; }

    [Required(ErrorMessage = "Give a reason"), StringLength(1000, ErrorMessage = "The reason must be 1,000 characters or fewer")]
    [Display(Name = "Reason", Description = "Everybody sees it on the page")]
    public string? Reason { get; set; }
}

/// <summary>Gives more time, with a reason that the public sees.</summary>
[Uses(Capability.Consult)]
public sealed class ExtendModel(CommunityVoiceDb db, IAuthorizationService authorization, ConsultationDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ExtendInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Input.ClosesOn <= Shown.ClosesOn) ModelState.AddModelError("Input.ClosesOn", "The new closing day must be after the one it has");
        if (!ModelState.IsValid) return this.PageWithErrors();
        await desk.ExtendAsync(Shown, Input.ClosesOn!.Value, Input.Reason!.Trim(), User.Id(), ct);
        Done = "More time is given, and everybody who took part is told.";
        return RedirectToPage("Task", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Consultations.SingleOrDefaultAsync(c => c.Slug == slug && c.PublishedAt != null && c.ClosesAt > now && c.DecidedAt == null, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        return null;
    }
}
