using CommunityVoice.People;
using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>Somebody offers skills.</summary>
[Authorize]
public sealed class NewModel(SkillOffers offers, OfferChoices choices, Profiles profiles) : PageModel
{
    [BindProperty] public OfferInput Input { get; set; } = new();

    public OfferChoices Choices => choices;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.AreaId = (await profiles.FindAsync(User.Id(), ct))?.AreaId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.For is { } who && !choices.Bodies.Any(b => b.Id == who)) return BadRequest();
        if (await choices.ReadAsync(Input, [], ModelState, ct) is not { } facts) return this.PageWithErrors();
        var body = choices.Bodies.FirstOrDefault(b => b.Id == Input.For);
        if (await offers.AddAsync(User.Id(), body, facts, ct) is { } offer)
        {
            Done = "Thank you. Those who answer for an action that needs it can ask you now.";
            return RedirectToPage("Details", new { id = offer.Id });
        }
        ModelState.AddModelError(choices.Bodies.Count > 0 ? "Input.For" : "Input.Skills", body is null ? "You offer something for yourself already. Change that instead" : $"You offer something for {body.Name} already. Change that instead");
        return this.PageWithErrors();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await choices.LoadAsync(ct);
        (choices.IsNew, choices.Input, choices.Bodies) = (true, Input, await offers.BodiesAsync(User.Id(), ct));
    }
}
