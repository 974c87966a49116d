using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Themes;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>Where analysts begin: the consultations they may code and the themes of their areas.</summary>
[Uses(Capability.Code)]
public sealed class IndexModel(
    CommunityVoiceDb db, Permissions permissions, ThemeList themes, StarterThemes starters, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CodableRow> Consultations { get; private set; } = [];
    public IReadOnlyList<AreaThemes> Areas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mine = await permissions.AreasAsync(User.Id(), Capability.Code, ct);
        var consultations = await db.Consultations.AsNoTracking().Published().Where(c => mine.Contains(c.AreaId)).OrderByDescending(c => c.Id)
            .Select(c => new { c.Id, c.Slug, c.Title, c.Area, c.Comments }).ToListAsync(ct);
        List<CodableRow> rows = [];
        foreach (var c in consultations) rows.Add(new(c.Slug, c.Title, await themes.ProgressAsync(c.Id, c.Comments, ct)));
        Consultations = rows;

        var used = await db.Themes.Where(t => mine.Contains(t.AreaId)).Select(t => t.Area).Distinct().AsNoTracking().ToListAsync(ct);
        List<AreaThemes> areas = [];
        foreach (var area in consultations.Select(c => c.Area).Concat(used).DistinctBy(a => a.Id).OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal))
        {
            var own = await themes.OfAreaAsync(area.Id, ct);
            areas.Add(new(area.Name, area.Slug, own, starters.All.Count(s => !own.Exists(t => t.Slug == s.Slug))));
        }
        Areas = areas;
    }

    /// <summary>Adds the starter themes that the area lacks.</summary>
    public async Task<IActionResult> OnPostAsync(string area, CancellationToken ct)
    {
        if (await db.Areas.SingleOrDefaultAsync(a => a.Slug == area, ct) is not { } place) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Code, place)) return Forbid();
        await starters.AddToAsync(db, place, User.Id(), clock.GetUtcNow(), ct);
        return RedirectToPage();
    }
}

/// <summary>A consultation and how far its coding has come.</summary>
public sealed record CodableRow(string Slug, string Title, CodingProgress Progress);

/// <summary>An area's themes, and how many starter themes it lacks.</summary>
public sealed record AreaThemes(string Name, string Slug, IReadOnlyList<ThemeRow> Themes, int StartersLacking);
