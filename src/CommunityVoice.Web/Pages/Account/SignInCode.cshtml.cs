using System.ComponentModel.DataAnnotations;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Voting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Takes the six-digit code, in the browser that asked for it.</summary>
[AllowAnonymous]
public sealed class SignInCodeModel(SignIns signIns, Arrival arrival, RequestCookie cookie, Drafts drafts, KeptChoices kept, TimeProvider clock) : PageModel
{
    [BindProperty] public CodeInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public bool Again { get; set; }

    public string Email { get; private set; } = "";
    public string? ReturnUrl { get; private set; }
    public bool HasDraft { get; private set; }
    public bool HasChosen => !HasDraft && kept.WaitFor(HttpContext, ReturnUrl);
    public bool IsLive { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await FindAsync(ct) is null ? Redirect("/account/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } request) return Redirect("/account/sign-in");
        var code = new string([.. (Input.Code ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')]);
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            ModelState.Remove("Input.Code");
            ModelState.AddModelError("Input.Code", "Enter the six digits from our e-mail");
            return this.PageWithErrors();
        }

        switch (await signIns.TryCodeAsync(request, code, ct))
        {
            case CodeOutcome.Right when await arrival.ArriveAsync(request, HttpContext, ct) is { } next:
                return LocalRedirect(next);
            case CodeOutcome.Wrong:
                ModelState.AddModelError("Input.Code", "That is not the code we sent. Check it and try again");
                break;
            default:
                IsLive = false;
                ModelState.AddModelError("Input.Code", "This code no longer works. Ask for a new one below");
                break;
        }
        return this.PageWithErrors();
    }

    private async Task<SignInRequest?> FindAsync(CancellationToken ct)
    {
        var request = await signIns.OfBrowserAsync(cookie.Read(HttpContext), ct);
        if (request is null) return null;
        (Email, ReturnUrl, HasDraft, IsLive) = (request.Email, request.ReturnUrl, drafts.Read(request.Draft) is not null, request.IsLiveAt(clock.GetUtcNow()));
        return request;
    }
}

/// <summary>What the form asks for.</summary>
public sealed class CodeInput
{
    [Display(Name = "Six-digit code", Description = "It works for ten minutes, in this browser.")]
    public string? Code { get; set; }
}
