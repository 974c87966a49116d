using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>One action that needs what somebody offers, what they were asked, and their answer.</summary>
[Authorize]
public sealed class HelpModel(SkillOffers offers, Helping helping, ActionOwners owners) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Choose your answer"), Display(Name = "Would you like to help?")]
    public HelpAnswer? Answer { get; set; }

    public SkillOffer Offer { get; private set; } = null!;
    public NeedyAction Action { get; private set; } = null!;
    public Helper? Helper { get; private set; }
    public Body Owner { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, string slug, int number, CancellationToken ct)
    {
        if (!await FindAsync(id, slug, number, ct)) return NotFound();
        Answer = Helper?.Answer;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string slug, int number, CancellationToken ct)
    {
        if (!await FindAsync(id, slug, number, ct)) return NotFound();
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await helping.AnswerAsync(Offer, Action, Answer!.Value, ct))
        {
            ModelState.AddModelError("Answer", "Something else was saved at the same moment. Answer again");
            return this.PageWithErrors();
        }
        Done = Answer switch
        {
            HelpAnswer.Name => $"We told {Owner.Name} that somebody would like to help. They see your name and what you offer. They do not see your e-mail address.",
            HelpAnswer.Address => $"{Owner.Name} sees your name and your e-mail address now, and can write to you.",
            _ => $"{Owner.Name} does not ask you about this again.",
        };
        return RedirectToPage(new { id, slug, number });
    }

    private async Task<bool> FindAsync(long id, string slug, int number, CancellationToken ct)
    {
        if (await offers.FindAsync(User.Id(), id, ct) is not { } offer || await helping.FindActionAsync(slug, number, ct) is not { } found) return false;
        (Offer, Action, Helper, Owner) = (offer, found, await helping.FindAsync(id, found, ct), await owners.OfAsync(found, ct));
        return Helper is not null || found.Shared(offer.Codes).Count > 0;
    }
}
