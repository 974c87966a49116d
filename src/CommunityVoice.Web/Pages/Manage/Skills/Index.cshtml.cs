using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Skills;

/// <summary>The actions in need of skills that this person's organisations answer for.</summary>
[Authorize]
public sealed class IndexModel(SkillMatches matches) : PageModel
{
    private const int OnPage = 30;

    public IReadOnlyList<OwnedAction> Rows { get; private set; } = [];
    public bool IsFirstPage { get; private set; }
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(int from, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        var start = Math.Max(from, 0);
        var rows = await matches.MineAsync(User.Id(), ct);
        (Rows, IsFirstPage) = ([.. rows.OrderByDescending(r => r.HasNews).Skip(start).Take(OnPage)], start == 0);
        Next = rows.Count > start + OnPage ? $"/manage/skills?from={start + OnPage}" : null;
        return Page();
    }
}
