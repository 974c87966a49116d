using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elections;

/// <summary>The pre-election periods that hold somewhere in the areas of a member of staff, the latest first.</summary>
[Authorize]
public sealed class IndexModel(CommunityVoiceDb db, PeriodAtHand periods, ElectionCalendar elections, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<ElectionPeriod> Periods { get; private set; } = [];
    public IReadOnlySet<long> Mine { get; private set; } = new HashSet<long>();
    public DateOnly Today => UkTime.Today(clock);
    public string? Next { get; private set; }
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long? before, CancellationToken ct)
    {
        var mine = await periods.AreasAsync(this, ct);
        if (mine.Count == 0) return Forbid();
        var holding = await elections.HoldingInAsync(mine, ct);
        var until = await db.ElectionPeriods.Where(p => p.Id == before).Select(p => (DateOnly?)p.EndsOn).SingleOrDefaultAsync(ct);
        var found = await db.ElectionPeriods.AsNoTracking().Include(p => p.Area)
            .Where(p => holding.Contains(p.AreaId) && (until == null || p.EndsOn < until || (p.EndsOn == until && p.Id < before)))
            .OrderByDescending(p => p.EndsOn).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        (Mine, Periods) = (mine, [.. found.Take(PageSize)]);
        if (found.Count > PageSize) Next = $"/manage/elections?before={Periods[^1].Id}";
        return Page();
    }
}
