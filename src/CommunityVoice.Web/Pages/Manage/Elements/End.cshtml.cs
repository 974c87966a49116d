using CommunityVoice.Elements;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>Takes an element off the list that people choose from.</summary>
[Authorize]
public sealed class EndModel(ElementDesk desk) : PageModel
{
    public Element Element { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        await desk.EndAsync(Element, User.Id(), ct);
        Done = "It is off the list.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await desk.FindAsync(id, ct) is not { } found) return NotFound();
        Element = found;
        return (await desk.AreasAsync(User.Id(), ct)).Contains(found.AreaId) ? null : Forbid();
    }
}
