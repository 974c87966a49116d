using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Follows;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Follows;

/// <summary>What the form asks for.</summary>
public sealed class NewsletterInput
{
    [Required, StringLength(EmailAddresses.MaxLength), DataType(DataType.EmailAddress)]
    [Display(Name = "Your e-mail address", Description = "We send a link there first, to check that it is yours.")]
    public string? Email { get; set; }
}

/// <summary>Asks for news of a place or a theme by e-mail, without an account.</summary>
[AllowAnonymous]
public sealed class NewsletterModel(Newsletter newsletter, FollowTargets targets) : PageModel
{
    [BindProperty] public NewsletterInput Input { get; set; } = new();
    [FromQuery] public FollowKind? What { get; set; }
    [FromQuery] public long Id { get; set; }
    [FromQuery] public bool Sent { get; set; }

    public FollowTarget? Target { get; private set; }
    public string Query => $"?what={What?.ToString().ToLowerInvariant()}&id={Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (What is null && Id == 0) return Page();
        return await FindAsync(ct) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } target) return NotFound();
        var email = EmailAddresses.Read(Input.Email);
        if (ModelState.IsValid && email is null) ModelState.AddModelError("Input.Email", "Enter an e-mail address in the correct format, like name@example.com");
        if (!ModelState.IsValid) return this.PageWithErrors();
        return await newsletter.AskAsync(email!, target, Networks.Of(HttpContext), ct) == AskOutcome.Sent ? Redirect($"/newsletter{Query}&sent=true") : TooMany();
    }

    private PageResult TooMany()
    {
        ModelState.AddModelError("Input.Email", $"Many letters were asked for in a short time. Wait {SignIns.Spell.Minutes} minutes and ask again");
        Response.Headers.RetryAfter = SignIns.Spell.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var page = this.PageWithErrors();
        page.StatusCode = StatusCodes.Status429TooManyRequests;
        return page;
    }

    private async Task<FollowTarget?> FindAsync(CancellationToken ct) =>
        Target = What is FollowKind.Place or FollowKind.Theme ? await targets.FindAsync(new(What.Value, Id), ct) : null;
}
