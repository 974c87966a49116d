using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Those who took part, by what they told about themselves, beside those who live there: whom a consultation has not reached.</summary>
[AllowAnonymous]
public sealed class WhoTookPartModel(CommunityVoiceDb db, EqualityTables tables) : PageModel
{
    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<ReachGap> Gaps { get; private set; } = [];
    public bool Waits { get; private set; }
    public string? Period { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return NotFound();
        Consultation = found;
        (Gaps, Waits, Period) = await tables.BesideAsync(found, ct);
        return Page();
    }
}
