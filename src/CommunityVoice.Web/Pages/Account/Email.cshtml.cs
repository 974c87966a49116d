using CommunityVoice.People;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Asks for a new e-mail address and writes to it.</summary>
[Authorize]
public sealed class EmailModel(UserManager<Person> people, EmailChanges changes) : PageModel
{
    [BindProperty] public EmailInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public string Current { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? NotFound() : Refused() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync() is not { } person) return NotFound();
        if (Refused() is { } refused) return refused;
        var email = EmailAddresses.Read(Input.Email);
        if (ModelState.IsValid && email is null) ModelState.AddModelError("Input.Email", "Enter an e-mail address in the correct format, like name@example.com");
        if (email is not null && email == person.Email) ModelState.AddModelError("Input.Email", "This is the address you have now");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (await changes.AskAsync(person, email!, ct)) return Redirect("/account/email?sent=true");
        ModelState.AddModelError("Input.Email", "You have asked for this several times. Wait 15 minutes and ask again");
        var page = this.PageWithErrors();
        page.StatusCode = StatusCodes.Status429TooManyRequests;
        return page;
    }

    private bool NeedsSecondFactor { get; set; }

    // Whoever has a second step must have taken it: an open inbox alone must not move the account.
    private IActionResult? Refused() => NeedsSecondFactor ? Redirect("/account/second-factor/enter?returnUrl=%2Faccount%2Femail") : null;

    private async Task<Person?> FindAsync()
    {
        var person = await people.GetUserAsync(User);
        (Current, NeedsSecondFactor) = (person?.Email ?? "", person?.TwoFactorEnabled == true && !User.HasSecondFactor());
        return person;
    }
}
