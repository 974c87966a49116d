using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>A draft as readers will see it.</summary>
[Uses(Capability.Plan)]
public sealed class PreviewModel(CommunityVoiceDb db, StrategyAtHand strategies, MoneyLists lists) : PageModel
{
    public StrategyReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        var findings = await FindingLink.OfAsync(db, [.. draft.Actions.SelectMany(a => a.Findings).Select(f => f.FindingId)], ct);
        Reading = new(draft, [], findings, lists) { IsPreview = true };
        return Page();
    }
}
