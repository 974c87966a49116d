using CommunityVoice.Bodies;
using CommunityVoice.Decisions;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Decisions;

/// <summary>The consultations on which this person's bodies decide: those that wait first, the longest closed on top.</summary>
[Authorize]
public sealed class IndexModel(Deciders deciders, Permissions permissions, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;
    private const int MostPages = 400;

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var may = await permissions.EverythingAsync(User.Id(), ct);
        if (!User.HasSecondFactor() || (may & (Capability.Plan | Capability.Respond)) == Capability.None) return Forbid();
        var (bodies, areas) = (new HashSet<long>(), new HashSet<long>());
        foreach (var capability in new[] { Capability.Plan, Capability.Respond })
        {
            bodies.UnionWith(await permissions.DutiesAsync(User.Id(), capability, ct));
            areas.UnionWith(await permissions.AreasAsync(User.Id(), capability, ct));
        }
        var handed = bodies.Except(await permissions.BodiesAsync(User.Id(), ct)).ToList();
        Number = Math.Clamp(Number, 1, MostPages);
        var today = UkTime.Today(clock);
        var found = await deciders.Of(bodies, handed, areas).AsNoTracking().OrderBy(c => c.DecidedAt != null).ThenBy(c => c.ClosesOn).ThenBy(c => c.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize + 1).Include(c => c.Area).ToListAsync(ct);
        Rows = [.. found.Take(PageSize).Select(c => new CaseRow(c.Slug, c.Title, c.Area.Name, c.ClosesOn, DecisionClock.Of(c, today)))];
        if (Number > 1) Previous = $"/manage/decisions?page={Number - 1}";
        if (found.Count > PageSize) Next = $"/manage/decisions?page={Number + 1}";
        return Page();
    }

    /// <summary>A consultation in the list.</summary>
    public sealed record CaseRow(string Slug, string Title, string Area, DateOnly? ClosesOn, DecisionClock? Clock);
}
