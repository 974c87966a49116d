using CommunityVoice.Follows;
using CommunityVoice.Web.Pages.Follows;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Everything a person follows, how often they hear of it, and a way to stop each in one tap.</summary>
[Authorize]
public sealed class FollowsModel(Readers readers, FollowList list) : PageModel
{
    [BindProperty] public ChoiceInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }
    [FromQuery] public long? Before { get; set; }

    public FollowView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        List = await list.ShowAsync(await readers.FindAsync(User.Id(), ct), hasAccount: true, Before, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await list.ChangeAsync(await readers.OfPersonAsync(User.Id(), ct), Input, ct) ? Redirect("/account/follows?saved=true") : NotFound();
}
