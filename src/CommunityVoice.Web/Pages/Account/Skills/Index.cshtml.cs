using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>What a person offers, for themselves and for organisations they act for.</summary>
[Authorize]
public sealed class IndexModel(SkillOffers offers) : PageModel
{
    public IReadOnlyList<SkillOffer> Offers { get; private set; } = [];

    /// <summary>Whether there is somebody left for whom they could offer something.</summary>
    public bool MayAdd { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Offers = await offers.OfAsync(User.Id(), ct);
        MayAdd = Offers.All(o => o.BodyId is not null) || (await offers.BodiesAsync(User.Id(), ct)).Exists(b => Offers.All(o => o.BodyId != b.Id));
    }
}
