using CommunityVoice.Areas;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Strategies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>Where the money of all strategies in an area above places goes, and whether it follows the voice there.</summary>
public sealed class SpendingModel(Spendings spendings, MoneyLists lists) : PageModel
{
    public Area Area { get; private set; } = null!;

    /// <summary>What is added up; nothing while no strategy is in force there.</summary>
    public MoneyAbove? Above { get; private set; }
    public MoneyReading Reading { get; private set; } = null!;

    /// <summary>Strategies that are not added up, because their years are over.</summary>
    public IReadOnlyList<StrategyVersion> Over { get; private set; } = [];

    /// <summary>Places within that have no strategy of their own.</summary>
    public IReadOnlyList<PlaceWithin> Without { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await spendings.OfAsync(slug, ct) is not { } found) return NotFound();
        (Area, Above, Over, Without) = (found.Area, found.Above, found.Over, found.Without);
        if (found is { Above: { } above, Voice: { } voice }) Reading = new(lists, above.Matrix, above.Shift, voice, found.LeftOut, found.Area.Name, found.People);
        HttpContext.ShowsPages(found.PageTags);
        return Page();
    }
}
