using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>Takes back what somebody offers.</summary>
[Authorize]
public sealed class WithdrawModel(SkillOffers offers) : PageModel
{
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await offers.FindAsync(User.Id(), id, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await offers.FindAsync(User.Id(), id, ct) is not { } offer) return NotFound();
        await offers.WithdrawAsync(offer, ct);
        Done = "It is taken back. Nothing of it stays.";
        return RedirectToPage("Index");
    }
}
