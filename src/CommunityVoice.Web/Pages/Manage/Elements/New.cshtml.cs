using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.Markup;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>Adds something that has to be there; what it needs is said next.</summary>
[Authorize]
public sealed class NewModel(CommunityVoiceDb db, ElementDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public ElementInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!Areas.Any(a => a.Value == $"{Input.AreaId}")) return BadRequest();
        var area = await db.Areas.SingleAsync(a => a.Id == Input.AreaId, ct);
        if (await desk.AddAsync(area, CleanText.OneLine(Input.Name), CleanText.Of(Input.About), User.Id(), ct) is { } element)
        {
            Done = "It is added. Now say what it cannot work without.";
            return RedirectToPage("Edit", new { id = element.Id });
        }
        ModelState.AddModelError("Input.Name", $"{area.Name} has one of that name already");
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        var mine = await desk.AreasAsync(User.Id(), ct);
        Areas = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).Where(a => mine.Contains(a.Id)).OrderByDescending(a => a.Level).ThenBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new SelectListItem(a.Name, $"{a.Id}")).ToListAsync(ct);
        return mine.Count == 0 ? Forbid() : null;
    }
}
