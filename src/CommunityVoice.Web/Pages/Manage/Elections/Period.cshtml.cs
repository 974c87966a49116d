using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elections;

/// <summary>Writes one pre-election period, new or old. Two pages share it.</summary>
[Authorize]
public sealed class PeriodModel(CommunityVoiceDb db, PeriodAtHand periods, ElectionCalendar elections, TimeProvider clock) : PageModel
{
    [BindProperty] public PeriodInput Input { get; set; } = new();

    /// <summary>The one that is changed; none for a new one.</summary>
    public ElectionPeriod? Period { get; private set; }
    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Period is not null) Input = PeriodInput.Of(Period);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Input.Check(ModelState);
        if (Period is null && Input.AreaId is null) ModelState.TryAddModelError("Input.AreaId", "Choose an area");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var saved = Period is not null
            ? await elections.ChangeAsync(Period, Input.Name!, Input.StartsOn!.Value, Input.EndsOn!.Value, User.Id(), ct)
            : Areas.Any(a => a.Value == $"{Input.AreaId}") ? await elections.AddAsync(await NewAsync(ct), User.Id(), ct) : (bool?)null;
        if (saved is null) return BadRequest(); // not on offer, so not chosen from the page
        if (saved is false)
        {
            ModelState.AddModelError("Input.Name", "A period of this name begins there on this day already");
            return this.PageWithErrors();
        }
        Done = "The period is saved.";
        return RedirectToPage("Index");
    }

    private async Task<ElectionPeriod> NewAsync(CancellationToken ct) =>
        new(await db.Areas.SingleAsync(a => a.Id == Input.AreaId, ct), Input.Name!, Input.StartsOn!.Value, Input.EndsOn!.Value);

    private async Task<IActionResult?> FindAsync(long? id, CancellationToken ct)
    {
        if (id is { } known)
        {
            (Period, var refused) = await periods.FindAsync(this, known, ct);
            return refused;
        }
        var mine = await periods.AreasAsync(this, ct);
        Areas = await db.Areas.AsNoTracking().KnownToPeople().NotEndedOn(UkTime.Today(clock)).Where(a => mine.Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new SelectListItem(a.Name, $"{a.Id}")).ToListAsync(ct);
        return mine.Count == 0 ? Forbid() : null;
    }
}
