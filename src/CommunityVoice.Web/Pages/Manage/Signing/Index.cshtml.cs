using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Signing;

/// <summary>What this person's organisations are asked to sign, the newest first.</summary>
[Authorize]
public sealed class IndexModel(SignOffs signOffs) : PageModel
{
    private const int PageSize = 30;

    /// <summary>Those before this one.</summary>
    [FromQuery] public long? After { get; set; }

    public IReadOnlyList<Partner> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        var asked = await signOffs.OfAsync(User.Id(), ct);
        var found = await asked.AsNoTracking().Where(p => After == null || p.Id < After).OrderByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"?after={Rows[^1].Id}";
        return Page();
    }
}
