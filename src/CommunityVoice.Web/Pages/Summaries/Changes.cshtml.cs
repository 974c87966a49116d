using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>What two published versions of a summary say differently, word by word; the newest and the one before, unless others are chosen.</summary>
public sealed class ChangesModel(CommunityVoiceDb db) : PageModel
{
    [FromQuery(Name = "from")] public int? From { get; set; }
    [FromQuery(Name = "to")] public int? To { get; set; }

    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>None while there is one version only.</summary>
    public SummaryChanges? Changes { get; private set; }
    public IReadOnlyList<SelectListItem> Numbers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var versions = await db.SummaryVersions.AsNoTracking().Where(v => v.Summary.Slug == slug && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new { v.Number, v.Title, v.SummaryId }).ToListAsync(ct);
        if (versions is not [var newest, ..]) return NotFound();
        (Slug, Title) = (slug, newest.Title);
        Numbers = [.. versions.Select(v => new SelectListItem($"Version {v.Number}", $"{v.Number}"))];
        HttpContext.ShowsPages([PageTag.Summary(newest.SummaryId)], ["from", "to"]);
        if (versions.Count < 2) return Page();
        To ??= newest.Number;
        From ??= versions.Find(v => v.Number < To)?.Number ?? versions[^1].Number;
        var both = await db.SummaryVersions.AsNoTrackingWithIdentityResolution().Whole()
            .Where(v => v.SummaryId == newest.SummaryId && v.PublishedAt != null && (v.Number == From || v.Number == To)).ToListAsync(ct);
        var (from, to) = (both.Find(v => v.Number == From), both.Find(v => v.Number == To));
        if (from is null || to is null) return NotFound();
        Changes = SummaryChanges.Between(from, to);
        return Page();
    }
}
