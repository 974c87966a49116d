using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Themes;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>Adds a theme to an area.</summary>
[Uses(Capability.Code)]
public sealed class AddModel(CommunityVoiceDb db, DeterminantList determinants, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty] public ThemeInput Input { get; set; } = new();
    public Area Area { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Determinants => [.. determinants.All.Select(d => new Choice(d.Code, d.Name, d.About))];

    public async Task<IActionResult> OnGetAsync(string area, CancellationToken ct) => await FindAsync(area, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string area, CancellationToken ct)
    {
        if (await FindAsync(area, ct) is { } refusal) return refusal;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Input.Determinants.Exists(d => determinants.Find(d) is null)) return BadRequest();
        var theme = new Theme(Area, Input.Name!.Trim(), Slug.Of(Input.Name!, 100), Input.About?.Trim() ?? "");
        theme.Mark(DeterminantList.Marks(Input.Determinants));
        theme.MarkCapacity(Input.IsAboutCapacity);
        db.Themes.Add(theme);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "theme.added", nameof(Area), Area.Id, theme.Name, clock.GetUtcNow()));
        if (await db.TrySaveAsync(ct)) return RedirectToPage("Index");
        ModelState.AddModelError("Input.Name", $"{Area.Name} already has a theme of this name");
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Areas.SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        Area = area;
        return await authorization.MayAsync(User, Capability.Code, area) ? null : Forbid();
    }
}
