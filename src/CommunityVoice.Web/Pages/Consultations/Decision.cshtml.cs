using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What was decided, with an answer to each theme; until then, when the answer is due and why it is late.</summary>
[AllowAnonymous]
public sealed class DecisionModel(CommunityVoiceDb db, DecisionReadings readings) : PageModel
{
    /// <summary>An earlier version; the newest without it.</summary>
    [FromQuery] public int? Version { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public DecisionReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong version shows the newest
        var found = await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (found is null) return NotFound();
        if (await readings.OfAsync(found, Version, ct) is not { } reading || (reading.Record is null && Version is not null)) return NotFound();
        (Consultation, Reading) = (found, reading);
        HttpContext.ShowsPages([PageTag.Consultation(found.Id), PageTag.Lists], ["version"]);
        return Page();
    }
}
