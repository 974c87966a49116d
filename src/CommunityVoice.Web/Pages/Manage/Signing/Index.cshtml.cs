using CommunityVoice.Reviews;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Signing;

/// <summary>What this person's organisations are asked to sign, the newest first.</summary>
[Authorize]
public sealed class IndexModel(SignOffs signOffs, ReviewSignOffs reviewSignOffs, CoAuthoring authoring, SummaryAuthoring writing, SharingDesk sharing) : PageModel
{
    private const int PageSize = 30;
    private const int Most = 100;

    /// <summary>Those before this one.</summary>
    [FromQuery] public long? After { get; set; }

    public IReadOnlyList<Partner> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>Reviews and effects, which are few, beside the first page.</summary>
    public IReadOnlyList<ReviewPartner> Reviews { get; private set; } = [];
    public IReadOnlyList<ImpactParty> Impacts { get; private set; } = [];
    public IReadOnlyList<StrategyAuthor> Strategies { get; private set; } = [];
    public IReadOnlyList<SummaryAuthor> Reports { get; private set; } = [];
    public IReadOnlyList<SharingParty> Sharing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        var asked = await signOffs.OfAsync(User.Id(), ct);
        var found = await asked.AsNoTracking().Where(p => After == null || p.Id < After).OrderByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"?after={Rows[^1].Id}";
        if (After is not null) return Page();
        Reviews = await (await reviewSignOffs.PartnersOfAsync(User.Id(), ct)).AsNoTracking().OrderBy(p => p.SignedAt != null || p.DeclinedAt != null).ThenByDescending(p => p.Id).Take(Most).ToListAsync(ct);
        Impacts = await (await reviewSignOffs.PartiesOfAsync(User.Id(), ct)).AsNoTrackingWithIdentityResolution().OrderBy(p => p.SignedAt != null || p.DeclinedAt != null).ThenByDescending(p => p.Id).Take(Most).ToListAsync(ct);
        Strategies = await (await authoring.OfAsync(User.Id(), ct)).AsNoTracking().OrderBy(a => a.SignedAt != null || a.DeclinedAt != null).ThenByDescending(a => a.Id).Take(Most).ToListAsync(ct);
        Reports = await (await writing.OfAsync(User.Id(), ct)).AsNoTracking().OrderBy(a => a.SignedAt != null || a.DeclinedAt != null).ThenByDescending(a => a.Id).Take(Most).ToListAsync(ct);
        Sharing = await (await sharing.OpenAsync(User.Id(), ct)).AsNoTrackingWithIdentityResolution().AsSplitQuery().OrderBy(p => p.SignedAt != null || p.DeclinedAt != null).ThenByDescending(p => p.Id).Take(Most).ToListAsync(ct);
        return Page();
    }
}
