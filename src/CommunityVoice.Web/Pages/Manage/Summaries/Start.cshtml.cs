using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Starts a summary of a published consultation from the report template.</summary>
[Uses(Capability.Publish)]
public sealed class StartModel(CommunityVoiceDb db, Permissions permissions, SummaryDrafts drafts) : PageModel
{
    [BindProperty] public StartInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Consultations { get; private set; } = [];

    public async Task OnGetAsync(string? consultation, CancellationToken ct)
    {
        await ListAsync(ct);
        Input.Consultation = consultation;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ListAsync(ct);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var consultation = await db.Consultations.Include(c => c.Area).Published().SingleOrDefaultAsync(c => c.Slug == Input.Consultation, ct);
        if (consultation is null) return NotFound();
        var version = await drafts.StartAsync(consultation, Input.Title!, User.Id(), ct);
        return version is null ? Forbid() : RedirectToPage("Tasks", new { id = version.Id });
    }

    private async Task ListAsync(CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.Publish, ct);
        Consultations = await db.Consultations.AsNoTracking().Published().Where(c => areas.Contains(c.AreaId)).OrderByDescending(c => c.Id).Take(300)
            .Select(c => new SelectListItem(c.Title, c.Slug)).ToListAsync(ct);
    }

    /// <summary>What the form holds.</summary>
    public sealed class StartInput
    {
        [Display(Name = "Consultation"), Required(ErrorMessage = "Choose a consultation")]
        public string? Consultation { get; set; }

        [Display(Name = "Title", Description = "What people will read in lists, such as “What we heard about coming home from hospital”.")]
        [Required(ErrorMessage = "Enter a title"), StringLength(SummaryVersion.TitleMaxLength)]
        public string? Title { get; set; }
    }
}
