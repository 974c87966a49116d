using System.Globalization;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Voting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Asks for an e-mail address and sends a link and a code there. A page with a draft posts here too: see <see cref="AskForEmail"/>.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignIns signIns, RequestCookie cookie, Drafts drafts, KeptChoices kept) : PageModel
{
    [BindProperty] public EmailInput Input { get; set; } = new();
    [BindProperty] public string? Draft { get; set; }
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public AskForEmail Form => new() { Input = Input, Draft = Draft, ReturnUrl = Url.Safe(ReturnUrl), Button = Written is null ? "Send me a code" : "Send me a code to publish it" };
    public Draft? Written { get; private set; }

    /// <summary>Somebody chose on a ballot, and confirms it next.</summary>
    public bool HasChosen => Written is null && kept.WaitFor(HttpContext, ReturnUrl);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FindDraftAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var earlier = await FindDraftAsync(ct);
        var email = EmailAddresses.Read(Input.Email);
        if (ModelState.IsValid && email is null) ModelState.AddModelError("Input.Email", "Enter an e-mail address in the correct format, like name@example.com");
        if (!ModelState.IsValid) return this.PageWithErrors();

        var asked = new SignInAsked(email!, Networks.Of(HttpContext), Url.Safe(ReturnUrl), Draft, earlier);
        var (outcome, browser) = await signIns.AskAsync(asked, ct);
        if (outcome != AskOutcome.Sent) return TooMany(this, outcome);
        cookie.Write(HttpContext, browser);
        return Redirect("/account/sign-in/code");
    }

    internal static PageResult TooMany(PageModel page, AskOutcome outcome, string field = "Input.Email")
    {
        page.ModelState.AddModelError(field, outcome == AskOutcome.TooManyForAddress
            ? $"We have sent {SignIns.MostForAddress} codes to this address in a short time. Use the newest, or wait {SignIns.Spell.Minutes} minutes and ask again"
            : $"Many codes were asked for from your network in a short time. Wait {SignIns.Spell.Minutes} minutes and ask again");
        page.Response.Headers.RetryAfter = SignIns.Spell.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var result = page.Page();
        result.StatusCode = StatusCodes.Status429TooManyRequests;
        return result;
    }

    // A draft comes with the form, or waits in the request that this browser made before.
    private async Task<long?> FindDraftAsync(CancellationToken ct)
    {
        var earlier = await signIns.OfBrowserAsync(cookie.Read(HttpContext), ct);
        if (earlier is not { UsedAt: null, SupersededAt: null }) earlier = null;
        if (drafts.Read(Draft) is null) Draft = earlier?.Draft;
        Written = drafts.Read(Draft);
        return earlier?.Id;
    }
}
