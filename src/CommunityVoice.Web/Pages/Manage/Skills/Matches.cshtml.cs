using CommunityVoice.Skills;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Skills;

/// <summary>Who offers what an action needs, for whoever answers for it.</summary>
[Authorize]
public sealed class MatchesModel(SkillMatches matches, Helping helping, ActionOwners owners) : PageModel
{
    private const int OnPage = 25;

    public NeedyAction Action { get; private set; } = null!;
    public IReadOnlyList<SkillMatch> Rows { get; private set; } = [];
    public bool IsFirstPage { get; private set; }
    public string? Next { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, int from, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await helping.FindActionAsync(slug, number, ct) is not { } found) return NotFound();
        if (!await owners.MayAsync(User.Id(), found, ct)) return Forbid();
        var start = Math.Max(from, 0);
        (Action, IsFirstPage) = (found, start == 0);
        (Rows, var hasMore) = await matches.LookAsync(found, User.Id(), start, OnPage, ct);
        Next = hasMore ? $"/manage/skills/{slug}/{number}?from={start + OnPage}" : null;
        return Page();
    }
}
