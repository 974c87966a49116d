using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Records a new assessment of a place's needs: written, looked at as everybody will see it, and recorded for good.</summary>
[Uses(Capability.Plan)]
public sealed class NewNeedsModel(NeedsDesk desk, TimeProvider clock) : PageModel
{
    private IReadOnlyList<(Body Board, Area Area)> places = [];

    [BindProperty] public NeedsInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>The strategies that would have to be decided on, once what was written is right and shown for a last look.</summary>
    public IReadOnlyList<StrategyVersion> Covering { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ListAsync(ct) ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken ct)
    {
        if (!await ListAsync(ct)) return Forbid();
        if (step == "change") ModelState.Clear();
        if (step == "change") return Page();
        if (!Input.IsRight(ModelState, UkTime.Today(clock))) return this.PageWithErrors();
        if (places.FirstOrDefault(p => Key(p) == Input.Place) is not { Board: { } board, Area: { } area }) return BadRequest();
        var covering = await desk.CoveringAsync(area, ct);
        if (covering.Count == 0)
        {
            ModelState.AddModelError("Input.Place", $"No published strategy covers {area.Name}, so there is nothing to decide yet");
            return this.PageWithErrors();
        }
        if (step != "publish")
        {
            Covering = covering;
            return Page();
        }
        await desk.RecordAsync(board, area, Input.ToText(), covering, User.Id(), ct);
        Done = "The assessment is recorded. Those who write the strategies it is about are told.";
        return RedirectToPage("Needs");
    }

    private async Task<bool> ListAsync(CancellationToken ct)
    {
        places = await desk.PlacesAsync(User.Id(), ct);
        Places = [.. places.Select(p => new SelectListItem($"{p.Area.Name}, recorded by {p.Board.Name}", Key(p)))];
        return places.Count > 0;
    }

    private static string Key((Body Board, Area Area) one) => $"{one.Board.Id}-{one.Area.Id}";
}
