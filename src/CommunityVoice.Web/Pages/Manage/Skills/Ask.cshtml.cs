using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Skills;

/// <summary>Asks somebody who offers what an action needs, through the site.</summary>
[Authorize]
public sealed class AskModel(SkillMatches matches, Helping helping, ActionOwners owners) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter what you want to ask them"), StringLength(Helper.QuestionMaxLength)]
    [Display(Name = "What do you want to ask them?", Description = "What would they do, when, and with whom? Say who you are.")]
    public string? Question { get; set; }

    public NeedyAction Action { get; private set; } = null!;
    public SkillOffer Offer { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, long offer, CancellationToken ct) => await FindAsync(slug, number, offer, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, int number, long offer, CancellationToken ct)
    {
        if (await FindAsync(slug, number, offer, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Done = await helping.AskAsync(Offer, Action, CleanText.Of(Question), User.Id(), ct) ? $"{Offer.Person.DisplayName} has your letter." : "Somebody else wrote to them at the same moment.";
        return RedirectToPage("Matches", new { slug, number });
    }

    private async Task<IActionResult?> FindAsync(string slug, int number, long offer, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await helping.FindActionAsync(slug, number, ct) is not { } found) return NotFound();
        if (!await owners.MayAsync(User.Id(), found, ct)) return Forbid();
        if (await matches.FindOfferAsync(found, offer, ct) is not { } offered) return NotFound();
        (Action, Offer) = (found, offered);
        return await helping.FindAsync(offer, found, ct) is { CanBeAsked: false } ? RedirectToPage("Matches", new { slug, number }) : null;
    }
}
