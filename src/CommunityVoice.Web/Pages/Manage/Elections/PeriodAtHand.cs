using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elections;

/// <summary>Finds the pre-election period that a page is about, and refuses whoever does not keep those of its area.</summary>
public sealed class PeriodAtHand(CommunityVoiceDb db, ElectionCalendar elections)
{
    /// <summary>The areas whose periods somebody keeps; none without a second factor.</summary>
    public async Task<HashSet<long>> AreasAsync(PageModel page, CancellationToken ct) =>
        page.User.HasSecondFactor() ? await elections.KeptByAsync(page.User.Id(), ct) : [];

    /// <summary>The period, or the answer that refuses it.</summary>
    public async Task<(ElectionPeriod? Period, IActionResult? Refused)> FindAsync(PageModel page, long id, CancellationToken ct)
    {
        var mine = await AreasAsync(page, ct);
        if (mine.Count == 0) return (null, page.Forbid());
        if (await db.ElectionPeriods.Include(p => p.Area).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } period) return (null, page.NotFound());
        return mine.Contains(period.AreaId) ? (period, null) : (null, page.Forbid());
    }
}
