using CommunityVoice.Data;
using CommunityVoice.Sharing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Sharing;

/// <summary>The agreements on sharing that a member of staff may sign, lead or end for an organisation, the newest first.</summary>
[Authorize]
public sealed class IndexModel(CommunityVoiceDb db, AgreementAtHand agreements, TimeProvider clock) : PageModel
{
    private const int PageSize = 30;

    /// <summary>Those before this one.</summary>
    [FromQuery] public long? Before { get; set; }

    public IReadOnlyList<SharingAgreement> Rows { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mine = await agreements.MineAsync(this, ct);
        if (mine.Count == 0) return Forbid();
        var found = await db.SharingAgreements.AsNoTracking().Whole().AsSplitQuery().Where(a => a.Parties.Any(p => mine.Contains(p.BodyId)) && (Before == null || a.Id < Before))
            .OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"?before={Rows[^1].Id}";
        return Page();
    }
}
