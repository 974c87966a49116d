using CommunityVoice.Follows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Follows;

/// <summary>Ends all letters with news. Opening it stops nothing; a mail program posts here by itself (RFC 8058), without a cookie or a token of ours.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // the secret in the address stands for it
public sealed class StopModel(Readers readers, Following following) : PageModel
{
    public string Token { get; private set; } = "";
    public bool HasAccount { get; private set; }
    public bool Stopped { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => await FindAsync(token, ct) is null ? NotFound() : Page();

    // It answers the page itself and redirects nowhere, as the standard asks.
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } reader) return NotFound();
        await following.StopAsync(reader, ct);
        Stopped = true;
        return Page();
    }

    private async Task<Reader?> FindAsync(string token, CancellationToken ct)
    {
        var reader = await readers.FindAsync(token, ct);
        (Token, HasAccount) = (token, reader?.PersonId is not null);
        return reader;
    }
}
