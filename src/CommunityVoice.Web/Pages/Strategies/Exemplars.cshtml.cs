using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>Places that did better, item by item.</summary>
public sealed class ExemplarsModel(Exemplars exemplars) : PageModel
{
    public IReadOnlyList<ItemExemplars> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Items = await exemplars.OfAsync(null, ct);
        HttpContext.ShowsPages([PageTag.Lists]);
    }
}
