using CommunityVoice.Data;
using CommunityVoice.OpenData;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Strategies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>A published strategy: the newest version, or an earlier one at "/v1". Two pages share it.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, StrategyReadings readings) : PageModel
{
    /// <summary>The class of actions to show, as open data calls it.</summary>
    [FromQuery(Name = "class")] public string? Class { get; set; }

    public StrategyReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken ct)
    {
        var versions = await db.StrategyVersions.AsNoTracking().Where(v => v.Strategy.Slug == slug && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new { v.Id, Link = new StrategyVersionLink(v.Number, v.PublishedAt!.Value, v.Why) }).ToListAsync(ct);
        if ((number is null ? versions.FirstOrDefault() : versions.Find(v => v.Link.Number == number)) is not { } wanted) return NotFound();
        var version = await db.StrategyVersions.Whole().SingleAsync(v => v.Id == wanted.Id, ct);
        Reading = (await readings.OfAsync(version, [.. versions.Select(v => v.Link)], ct)) with { Class = Chosen, Needs = await NeedsReading.OfAsync(db, version.StrategyId, ct) };
        // Summaries change lists when they are corrected, and with them the addresses of findings.
        HttpContext.ShowsPages([PageTag.Strategy(version.StrategyId), PageTag.Lists], ["class"]);
        return Page();
    }

    private ActionClass? Chosen => Enum.GetValues<ActionClass>().Cast<ActionClass?>().FirstOrDefault(c => DataCode.Of(c!.Value) == Class);
}
