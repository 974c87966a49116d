using CommunityVoice.Bodies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage;

/// <summary>Everything a member of staff may do, as links.</summary>
[Authorize]
public sealed class IndexModel(Permissions permissions) : PageModel
{
    public Capability May { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        May = await permissions.EverythingAsync(User.Id(), ct);
        return May == Capability.None ? Forbid() : Page();
    }

    public bool Has(Capability capability) => May.HasFlag(capability);
}
