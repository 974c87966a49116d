using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Areas;

/// <summary>Ends an area on a day, into others or for a reason; or calls that off before the day.</summary>
[Uses(Capability.Administer)]
public sealed class EndModel(CommunityVoiceDb db, IAuthorizationService authorization, Permissions permissions, AreaSuccession succession, TimeProvider clock) : PageModel
{
    private IReadOnlyList<Area> offered = [];

    [BindProperty] public EndInput Input { get; set; } = new();
    public Area Area { get; private set; } = null!;
    public AreaStory Story { get; private set; } = AreaStory.None;
    public IReadOnlyList<SelectListItem> Candidates => [.. offered.Select(a => new SelectListItem(a.Name, $"{a.Id}"))];
    public bool CanBeCalledOff => Area.EndsOn > UkTime.Today(clock) && Area.EndsOn != Area.StartsOn;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Area.EndsOn is not null) return RedirectToPage(); // somebody was faster
        Input.Check(Area, offered, UkTime.Today(clock), ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        List<Area> heirs = [.. offered.Where(a => Input.Successors.Contains(a.Id))];
        if (heirs.Count != Input.Successors.Count) return BadRequest(); // not on offer, so not chosen from the page
        if (heirs.Find(h => h.StartsOn > Input.On) is { } late)
        {
            ModelState.AddModelError("Input.On", $"{late.Name} begins later than that");
            return this.PageWithErrors();
        }
        await succession.EndAsync(Area, new(Input.On!.Value, Input.Because, heirs, Input.Names), User.Id(), ct);
        Done = $"The end of {Area.Name} is set.";
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostCallOffAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!CanBeCalledOff) return RedirectToPage();
        await succession.CallOffAsync(Area, User.Id(), ct);
        Done = $"{Area.Name} goes on as it was.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Areas.KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Administer, area)) return Forbid();
        Area = area;
        offered = await succession.CandidatesAsync(area, await permissions.AreasAsync(User.Id(), Capability.Administer, ct), ct);
        Story = await AreaStory.OfAsync(db, area.Id, ct);
        return null;
    }
}
