using CommunityVoice.Areas;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Elections;

/// <summary>Takes a pre-election period off the list.</summary>
[Authorize]
public sealed class RemoveModel(PeriodAtHand periods, ElectionCalendar elections) : PageModel
{
    public ElectionPeriod Period { get; private set; } = null!;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        await elections.RemoveAsync(Period, User.Id(), ct);
        Done = "The period is removed.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (period, refused) = await periods.FindAsync(this, id, ct);
        Period = period!;
        return refused;
    }
}
