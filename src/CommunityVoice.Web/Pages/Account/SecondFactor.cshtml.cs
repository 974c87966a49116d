using System.ComponentModel.DataAnnotations;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Sets up the second step with a phone, and shows the recovery codes once.</summary>
[Authorize]
public sealed class SecondFactorModel(UserManager<Person> people, SecondFactor factor, Sessions sessions) : PageModel
{
    [BindProperty] public SecondFactorInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public string Key { get; private set; } = "";
    public QrPicture? Picture { get; private set; }
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }
    public bool IsSetUp { get; private set; }
    public string Next => Url.Safe(ReturnUrl) ?? "/account";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await people.GetUserAsync(User) is not { } person) return NotFound();
        if (person.TwoFactorEnabled && !User.HasSecondFactor()) return ToEntering();
        await PrepareAsync(person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await people.GetUserAsync(User) is not { } person) return NotFound();
        if (person.TwoFactorEnabled && !User.HasSecondFactor()) return ToEntering();
        if (person.TwoFactorEnabled)
        {
            RecoveryCodes = await factor.NewRecoveryCodesAsync(person);
            await sessions.RenewAsync(User, person);
            return Page();
        }
        RecoveryCodes = Input.Code is { Length: > 0 } code ? await factor.SetUpAsync(person, code) : null;
        if (RecoveryCodes is null)
        {
            ModelState.Remove("Input.Code");
            ModelState.AddModelError("Input.Code", "That is not the code your phone shows now. Check it and try again");
            await PrepareAsync(person);
            return this.PageWithErrors();
        }
        await sessions.OpenAsync(person, secondFactor: true);
        return Page();
    }

    private RedirectResult ToEntering() => Redirect("/account/second-factor/enter?returnUrl=" + Uri.EscapeDataString(Next));

    private async Task PrepareAsync(Person person)
    {
        IsSetUp = person.TwoFactorEnabled;
        if (IsSetUp) return;
        Key = await factor.KeyAsync(person);
        Picture = QrPicture.Of(factor.Address(person, Key));
        await sessions.RenewAsync(User, person); // making a key ends older sessions, not this one
    }
}

/// <summary>What the form asks for.</summary>
public sealed class SecondFactorInput
{
    [StringLength(40)]
    [Display(Name = "Six-digit code from your phone")]
    public string? Code { get; set; }
}
