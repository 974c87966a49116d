using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>An element in the list of those who keep it.</summary>
public sealed record ElementRow(long Id, string Name, string Area, string AreaSlug, bool IsEnded, IReadOnlyList<string> Needs);

/// <summary>The services and other things of this person's areas, and what each cannot work without.</summary>
[Authorize]
public sealed class IndexModel(CommunityVoiceDb db, ElementDesk desk) : PageModel
{
    private const int OnPage = 50;

    public IReadOnlyList<ElementRow> Rows { get; private set; } = [];
    public bool IsFirstPage { get; private set; }
    public string? Next { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(int from, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        var areas = await desk.AreasAsync(User.Id(), ct);
        if (areas.Count == 0) return Forbid();
        var start = Math.Max(from, 0);
        var rows = await db.Elements.AsNoTracking().Where(e => areas.Contains(e.AreaId)).OrderBy(e => e.EndedAt != null).ThenBy(e => e.Name).ThenBy(e => e.Id).Skip(start).Take(OnPage + 1)
            .Select(e => new ElementRow(e.Id, e.Name, e.Area.Name, e.Area.Slug, e.EndedAt != null, e.Needs.OrderBy(n => n.Needs.Name).Select(n => n.Needs.Name).ToList())).ToListAsync(ct);
        (Rows, IsFirstPage) = ([.. rows.Take(OnPage)], start == 0);
        if (rows.Count > OnPage) Next = $"/manage/elements?from={start + OnPage}";
        return Page();
    }
}
