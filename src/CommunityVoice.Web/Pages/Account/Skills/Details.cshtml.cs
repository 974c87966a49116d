using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>The actions near somebody that need what they offer.</summary>
[Authorize]
public sealed class DetailsModel(SkillOffers offers) : PageModel
{
    private const int OnPage = 20;

    public SkillOffer Offer { get; private set; } = null!;
    public IReadOnlyList<NearAction> Rows { get; private set; } = [];
    public bool IsFirstPage { get; private set; }
    public string? Next { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, int from, CancellationToken ct)
    {
        if (await offers.FindAsync(User.Id(), id, ct) is not { } offer) return NotFound();
        var start = Math.Max(from, 0);
        var rows = await offers.NearAsync(offer, ct);
        (Offer, Rows, IsFirstPage) = (offer, [.. rows.Skip(start).Take(OnPage)], start == 0);
        Next = rows.Count > start + OnPage ? $"/account/skills/{id}?from={start + OnPage}" : null;
        return Page();
    }
}
