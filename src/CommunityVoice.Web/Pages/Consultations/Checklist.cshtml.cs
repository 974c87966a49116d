using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What shows that a consultation keeps to the principles of working with people.</summary>
[AllowAnonymous]
public sealed class ChecklistModel(CommunityVoiceDb db, ChecklistDesk desk, ChecklistLibrary library) : PageModel
{
    public Checklist List => library.ForConsultations;
    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<ChecklistRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).Include(c => c.AskedBy).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation)
            return NotFound();
        (Consultation, Rows) = (consultation, await desk.RowsAsync(List, ChecklistOf.One(consultation), ct));
        HttpContext.ShowsPages([PageTag.Consultation(consultation.Id), PageTag.Area(consultation.AreaId)]);
        return Page();
    }
}
