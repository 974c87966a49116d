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
public sealed class WhoTookPartModel(CommunityVoiceDb db, EqualityTables tables, EqualityQuestions questions) : PageModel
{
    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<ReachGap> Gaps { get; private set; } = [];
    public bool Waits { get; private set; }
    public string? Period { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return NotFound();
        Consultation = found;
        (var shown, Waits) = await tables.OfAsync(found.Id, ct);
        Period = await db.AreaPopulations.Where(p => p.AreaId == found.AreaId && p.Group == "persons").MaxAsync(p => p.Period, ct);
        var population = await db.AreaPopulations.Where(p => p.AreaId == found.AreaId && p.Period == Period).ToDictionaryAsync(p => p.Group, p => p.People, StringComparer.Ordinal, ct);
        Gaps = ReachGap.Of(questions, shown, population);
        return Page();
    }
}
