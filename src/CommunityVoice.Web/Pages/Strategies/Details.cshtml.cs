using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.OpenData;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Strategies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>A published strategy: the newest version, or an earlier one at "/v1". Two pages share it.</summary>
public sealed class DetailsModel(StrategyReadings readings, RelatedThings related) : PageModel
{
    /// <summary>The class of actions to show, as open data calls it.</summary>
    [FromQuery(Name = "class")] public string? Class { get; set; }

    public StrategyReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken ct)
    {
        if (await readings.FindAsync(slug, number, ct) is not { } found) return NotFound();
        Reading = found with { Class = Chosen, Related = found.IsNewest ? await related.OfAsync(found.Version, ct) : [] };
        // Summaries change lists when they are corrected, and with them the addresses of findings.
        HttpContext.ShowsPages([PageTag.Strategy(found.Strategy.Id), PageTag.Lists], ["class"]);
        return Page();
    }

    private ActionClass? Chosen => Enum.GetValues<ActionClass>().Cast<ActionClass?>().FirstOrDefault(c => DataCode.Of(c!.Value) == Class);
}
