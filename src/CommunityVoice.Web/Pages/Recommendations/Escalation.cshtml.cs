using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Recommendations;

/// <summary>Recommendations that were brought before another body: which, why, and what came of it.</summary>
public sealed class EscalationModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public Escalation Escalation { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await db.Escalations.AsNoTrackingWithIdentityResolution().Whole().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } escalation) return NotFound();
        Escalation = escalation;
        HttpContext.ShowsPages([PageTag.Summary(escalation.SummaryId)]);
        return Page();
    }
}
