using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>Draws and names a neighbourhood: from small areas, on a list or on the map, and from postcodes. The voice body publishes it.</summary>
[Authorize]
public sealed class NewModel(CommunityVoiceDb db, OwnAreas areas, IOptions<SiteOptions> site, TimeProvider clock) : PageModel
{
    [BindProperty] public OwnAreaInput Input { get; set; } = new();
    public Area? Place { get; private set; }
    public IReadOnlyList<SelectListItem> Parts { get; private set; } = [];
    public AreaMap? Map { get; private set; }
    private List<Area> Known { get; set; } = [];
    [TempData] public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken ct) => FindAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Place is null) return NotFound();
        var (postcodes, wrong) = Input.ReadPostcodes();
        if (wrong is not null) ModelState.AddModelError("Input.Postcodes", $"“{wrong}” does not look like a postcode");
        else if (postcodes.Count > OwnArea.MostPostcodes) ModelState.AddModelError("Input.Postcodes", $"Enter {OwnArea.MostPostcodes} postcodes or fewer");
        else if (postcodes.Except(await areas.KnownAsync(Place.Id, postcodes, ct), StringComparer.Ordinal).FirstOrDefault() is { } elsewhere)
            ModelState.AddModelError("Input.Postcodes", $"{PostcodeText.Written(elsewhere)} is not a postcode that we know in {Place.Name}");
        var parts = Known.FindAll(p => Input.Parts.Contains(p.Slug, StringComparer.Ordinal));
        if (ModelState.IsValid && parts.Count == 0 && postcodes.Count == 0) ModelState.AddModelError("Input.Parts", "Choose the parts it is made of, or enter its postcodes");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var own = new OwnArea(CleanText.OneLine(Input.Name), CleanText.Of(Input.About), Place, parts, postcodes, User.Id(), clock.GetUtcNow());
        if (await areas.ProposeAsync(own, ct) is null)
        {
            ModelState.AddModelError("", $"{OwnAreas.MostWaiting} of your neighbourhoods wait for an answer. Wait for one of them first");
            return this.PageWithErrors();
        }
        Done = $"Thank you. A person looks at {own.Name} and writes to you when it is on the map.";
        return RedirectToPage();
    }

    private async Task FindAsync(CancellationToken ct)
    {
        Place = await db.Areas.HomeAsync(site.Value.Place, ct);
        if (Place is null) return;
        Known = await areas.PartsAsync(Place.Id, ct);
        Parts = Known.ConvertAll(p => new SelectListItem(p.Name, p.Slug));
        // Each shape leads to its box; tapping it ticks the box where scripts run.
        Map = AreaMap.Of(Known.Select((p, i) => (i == 0 ? "Input_Parts" : string.Create(CultureInfo.InvariantCulture, $"Input_Parts-{i + 1}"), p.Name, p.Boundary)), 440);
    }
}
