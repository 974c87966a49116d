using CommunityVoice.Moderation;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>How much was reported, what was decided and how long it took, in all and by each body that moderates or did, for anybody to see.</summary>
[AllowAnonymous]
public sealed class RecordModel(ModerationAtHand moderation) : PageModel
{
    public CountedModeration Counted { get; private set; } = null!;

    /// <summary>What each body did, those that moderate today first; last, what was decided before it was kept by which body.</summary>
    public IReadOnlyList<IGrouping<ModeratingBody?, ModerationPeriod>> Bodies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Counted = await moderation.FindAsync(ct);
        Bodies = [.. Counted.Periods.GroupBy(p => p.By)];
        HttpContext.ShowsPages([], until: Counted.Until);
    }
}
