using CommunityVoice.Bodies;
using CommunityVoice.Web.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>A draft as readers will see it.</summary>
[Uses(Capability.Plan)]
public sealed class PreviewModel(StrategyAtHand strategies, StrategyReadings readings) : PageModel
{
    public StrategyReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Reading = (await readings.OfAsync(draft, [], ct)) with { IsPreview = true };
        return Page();
    }
}
