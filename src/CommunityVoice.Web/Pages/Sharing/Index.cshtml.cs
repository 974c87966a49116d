using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Sharing;

/// <summary>The public register of agreements on sharing: who shares what with whom, until when, and who answers for it. The newest first.</summary>
[AllowAnonymous]
public sealed class IndexModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Those before this one.</summary>
    [FromQuery(Name = "before")] public long Before { get; set; }

    public IReadOnlyList<SharingAgreement> Rows { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong number shows the newest
        var found = await db.SharingAgreements.AsNoTracking().Whole().AsSplitQuery().Where(a => a.Parties.Count >= SharingAgreement.FewestParties && (Before <= 0 || a.Id < Before))
            .OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"?before={Rows[^1].Id}";
        HttpContext.ShowsPages([PageTag.Lists], ["before"]);
    }
}
