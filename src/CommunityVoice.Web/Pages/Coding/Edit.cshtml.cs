using CommunityVoice.Activity;
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

/// <summary>Renames a theme, says better what belongs to it, retires it or brings it back.</summary>
[Uses(Capability.Code)]
public sealed class EditModel(CommunityVoiceDb db, DeterminantList determinants, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty] public ThemeInput Input { get; set; } = new();
    public Theme Theme { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Determinants => [.. determinants.All.Select(d => new Choice(d.Code, d.Name, d.About))];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        Input = new() { Name = Theme.Name, About = Theme.About, IsAboutCapacity = Theme.IsAboutCapacity, Determinants = [.. DeterminantList.Codes(Theme.Determinants)], IsRetired = Theme.RetiredAt is not null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Input.Determinants.Exists(d => determinants.Find(d) is null && !DeterminantList.Codes(Theme.Determinants).Contains(d, StringComparer.Ordinal))) return BadRequest();
        var now = clock.GetUtcNow();
        var detail = $"{Theme.Name} → {Input.Name!.Trim()}{(Input.IsAboutCapacity ? ", about capacity" : "")}{(Input.IsRetired ? ", retired" : "")}";
        Theme.Describe(Input.Name!.Trim(), Input.About?.Trim() ?? "");
        Theme.Mark(DeterminantList.Marks(Input.Determinants));
        Theme.MarkCapacity(Input.IsAboutCapacity);
        if (Input.IsRetired) Theme.Retire(now);
        else Theme.BringBack();
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "theme.changed", nameof(Theme), Theme.Id, detail, now));
        await db.SaveChangesAsync(ct);
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Themes.SingleOrDefaultAsync(t => t.Id == id, ct) is not { } theme) return NotFound();
        Theme = theme;
        return await authorization.MayAsync(User, Capability.Code, theme.AreaId) ? null : Forbid();
    }
}
