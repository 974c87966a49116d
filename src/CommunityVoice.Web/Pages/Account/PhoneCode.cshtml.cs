using System.ComponentModel.DataAnnotations;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Takes the code that was texted to a number, and so makes texts go there.</summary>
[Authorize]
public sealed class PhoneCodeModel(Phones phones, Texts texts) : PageModel
{
    [BindProperty] public PhoneCodeInput Input { get; set; } = new();

    public string Number { get; private set; } = "";

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!texts.AreSent) return NotFound();
        return await FindAsync(ct) is null ? Redirect("/account/phone") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!texts.AreSent) return NotFound();
        if (await FindAsync(ct) is not { } asked) return Redirect("/account/phone");
        var code = new string([.. (Input.Code ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')]);
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            ModelState.AddModelError("Input.Code", "Enter the six digits from our text");
            return this.PageWithErrors();
        }

        switch (await phones.TryCodeAsync(asked, code, ct))
        {
            case CodeOutcome.Right:
                Done = $"We text {MobileNumbers.Shown(asked.Number)} from now on.";
                return Redirect("/account/phone");
            case CodeOutcome.Wrong:
                ModelState.AddModelError("Input.Code", "That is not the code we sent. Check it and try again");
                break;
            default:
                ModelState.AddModelError("Input.Code", "This code no longer works. Ask for a new one below");
                break;
        }
        return this.PageWithErrors();
    }

    private async Task<PhoneCode?> FindAsync(CancellationToken ct)
    {
        var asked = await phones.AskedAsync(User.Id(), ct);
        Number = asked?.Number ?? "";
        return asked;
    }
}

/// <summary>What the form asks for.</summary>
public sealed class PhoneCodeInput
{
    [Display(Name = "Six-digit code", Description = "It works for ten minutes.")]
    public string? Code { get; set; }
}
