using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Strategies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>Where the money of a strategy goes, and whether it follows the voice.</summary>
public sealed class MoneyModel(CommunityVoiceDb db, MoneyLists lists, VoiceShares shares, SharedViews shared, TimeProvider clock) : PageModel
{
    public StrategyVersion Version { get; private set; } = null!;
    public MoneyReading Reading { get; private set; } = null!;

    /// <summary>The last day of its years, where they are over.</summary>
    public DateOnly? EndedOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.StrategyVersions.Newest().Whole().SingleOrDefaultAsync(v => v.Strategy.Slug == slug, ct) is not { } version) return NotFound();
        (Version, EndedOn) = (version, version.EndedBefore(UkTime.Today(clock)));
        var (matrix, area) = (MoneyMatrix.Of(version, lists), version.Strategy.Area);
        var (voice, leftOut) = (await shares.OfAsync(version, matrix, ct), await shared.LeftOutOfAsync(area.Id, UkTime.Today(clock), ct));
        Reading = new(lists, matrix, MoneyShift.Of(version, lists), voice, leftOut, area.Name, area.Population) { Version = version };
        // Results change lists when they are sealed.
        HttpContext.ShowsPages([PageTag.Strategy(version.StrategyId), PageTag.Area(version.Strategy.AreaId), PageTag.Lists]);
        return Page();
    }
}
