using CommunityVoice.Voting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>Anybody with a receipt code can see what became of it. The code is sent in the body, so that it stays out of histories and logs.</summary>
[AllowAnonymous]
public sealed class ReceiptsModel(Receipts receipts) : PageModel
{
    [BindProperty] public string? Code { get; set; }

    public ReceiptState? Found { get; private set; }

    public void OnGet() => Found = null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), "Enter your receipt code");
        else if (ReceiptCode.Read(Code) is not { } code) ModelState.AddModelError(nameof(Code), "Enter a code of 20 letters and numbers, like 7QFK-2M9X-4T0A-8WCE-3N5R");
        else if (await receipts.FindAsync(code, ct) is { } found) Found = found;
        else ModelState.AddModelError(nameof(Code), "We have nothing under this code. Check it letter by letter");
        return ModelState.IsValid ? Page() : this.PageWithErrors();
    }
}
