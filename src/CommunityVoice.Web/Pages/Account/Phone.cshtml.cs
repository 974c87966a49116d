using System.ComponentModel.DataAnnotations;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>The number that texts go to: asks for one, and removes it. There is no such page where this site sends no texts.</summary>
[Authorize]
public sealed class PhoneModel(Phones phones, Texts texts) : PageModel
{
    [BindProperty] public PhoneInput Input { get; set; } = new();
    [BindProperty] public bool Remove { get; set; }

    public string? Number { get; private set; }
    public bool TakesAnswers => texts.TakesAnswers;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Remove) return await RemoveAsync(ct);
        var number = MobileNumbers.Read(Input.Number);
        if (number is null) ModelState.AddModelError("Input.Number", "Enter a UK mobile number, like 07700 900123");
        else if (number == Number) ModelState.AddModelError("Input.Number", "We text this number now. Enter another");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (await phones.AskAsync(User.Id(), number!, ct)) return Redirect("/account/phone/code");
        ModelState.AddModelError("Input.Number", "Too many codes were asked for today. Try again tomorrow");
        var page = this.PageWithErrors();
        page.StatusCode = StatusCodes.Status429TooManyRequests;
        return page;
    }

    private async Task<IActionResult> RemoveAsync(CancellationToken ct)
    {
        await phones.RemoveAsync(User.Id(), ct);
        Done = "Your number is removed. We text you no more.";
        return Redirect("/account/phone");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!texts.AreSent) return false;
        Number = await phones.NumberAsync(User.Id(), ct);
        return true;
    }
}

/// <summary>What the form asks for.</summary>
public sealed class PhoneInput
{
    [DataType(DataType.PhoneNumber)]
    [Display(Name = "Your mobile number", Description = "A UK number. We text a code there. Nobody else sees your number.")]
    public string? Number { get; set; }
}
