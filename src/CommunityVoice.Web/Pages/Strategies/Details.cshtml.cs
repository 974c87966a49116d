using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Strategies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>A published strategy: the newest version, or an earlier one at "/v1". Two pages share it.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, MoneyLists lists) : PageModel
{
    public StrategyReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken ct)
    {
        var versions = await db.StrategyVersions.AsNoTracking().Where(v => v.Strategy.Slug == slug && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new { v.Id, Link = new StrategyVersionLink(v.Number, v.PublishedAt!.Value, v.Why) }).ToListAsync(ct);
        if ((number is null ? versions.FirstOrDefault() : versions.Find(v => v.Link.Number == number)) is not { } wanted) return NotFound();
        var version = await db.StrategyVersions.Whole().SingleAsync(v => v.Id == wanted.Id, ct);
        var findings = await FindingLink.OfAsync(db, [.. version.Actions.SelectMany(a => a.Findings).Select(f => f.FindingId)], ct);
        Reading = new(version, [.. versions.Select(v => v.Link)], findings, lists) { Needs = await NeedsReading.OfAsync(db, version.StrategyId, ct) };
        // Summaries change lists when they are corrected, and with them the addresses of findings.
        HttpContext.ShowsPages([PageTag.Strategy(version.StrategyId), PageTag.Lists]);
        return Page();
    }
}
