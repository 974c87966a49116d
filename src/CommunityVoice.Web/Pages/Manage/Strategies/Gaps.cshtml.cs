using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>The priorities at which a version's money and the voice differ.</summary>
[Uses(Capability.Plan)]
public sealed class GapsModel(StrategyAtHand strategies, VoiceShares shares, MoneyLists lists) : PageModel
{
    public StrategyVersion Version { get; private set; } = null!;
    public IReadOnlyList<VoiceRow> Gaps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await strategies.FindAsync(this, id, ct);
        if (version is null) return refused!;
        Version = version;
        Gaps = [.. (await shares.OfAsync(version, MoneyMatrix.Of(version, lists), ct)).Rows.Where(r => r.IsGap)];
        return Page();
    }
}
