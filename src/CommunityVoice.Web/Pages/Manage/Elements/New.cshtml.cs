using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>Adds something that has to be there; what it needs is said next.</summary>
[Authorize]
public sealed class NewModel(CommunityVoiceDb db, ElementDesk desk, ElementChoices choices) : PageModel
{
    [BindProperty] public ElementInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refused) return refused;
        if (Input.AreaId is not null && !Areas.Any(a => a.Value == $"{Input.AreaId}")) return BadRequest();
        var provider = await db.Bodies.SingleOrDefaultAsync(b => b.Id == Input.ProviderId, ct);
        if (Input.ProviderId is not null && provider is null) return BadRequest();
        Input.Check(ModelState);
        var facts = Input.Facts(provider);
        if (ModelState.IsValid && await desk.HasAnotherAsync(Input.AreaId!.Value, 0, facts.DirectoryId, ct)) ModelState.AddModelError("Input.DirectoryId", "The area has another with this number");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var area = await db.Areas.SingleAsync(a => a.Id == Input.AreaId, ct);
        if (await desk.AddAsync(area, facts, User.Id(), ct) is { } element)
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
        if (await choices.AreasAsync(User.Id(), ct) is not { } mine) return Forbid();
        (Areas, Bodies) = (mine, await choices.BodiesAsync(null, ct));
        return null;
    }
}
