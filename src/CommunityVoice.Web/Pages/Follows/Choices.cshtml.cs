using CommunityVoice.Follows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Follows;

/// <summary>The same choices as in an account, by the link that stands in each letter, for whoever has no account or is not signed in.</summary>
[AllowAnonymous]
public sealed class ChoicesModel(Readers readers, FollowList list) : PageModel
{
    [BindProperty] public ChoiceInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public bool Saved { get; set; }
    [FromQuery] public long? Before { get; set; }

    public string Token { get; private set; } = "";
    public FollowView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await readers.FindAsync(token, ct) is not { } reader) return NotFound();
        (Token, List) = (token, await list.ShowAsync(reader, reader.PersonId is not null, Before, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) =>
        await readers.FindAsync(token, ct) is { } reader && await list.ChangeAsync(reader, Input, ct) ? Redirect($"/letters/{token}?saved=true") : NotFound();
}
