using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>The assessments that this person's boards recorded or have to decide on, newest first.</summary>
[Uses(Capability.Plan)]
public sealed class NeedsModel(CommunityVoiceDb db, NeedsDesk desk, Permissions permissions) : PageModel
{
    private const int PageSize = 20;
    private const int MostPages = 100;

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public bool MayRecord { get; private set; }
    public IReadOnlyCollection<long> Boards { get; private set; } = [];
    public IReadOnlyList<NeedsAssessment> Rows { get; private set; } = [];
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong page shows the first
        Number = Math.Clamp(Number, 1, MostPages);
        Boards = await permissions.DutiesAsync(User.Id(), Capability.Plan, ct);
        MayRecord = (await desk.PlacesAsync(User.Id(), ct)).Count > 0;
        var rows = await db.NeedsAssessments.AsNoTrackingWithIdentityResolution().Include(a => a.Area).Include(a => a.From)
            .Include(a => a.Questions).ThenInclude(q => q.Strategy).Include(a => a.Questions).ThenInclude(q => q.Version)
            .Where(a => Boards.Contains(a.FromId) || a.Questions.Any(q => Boards.Contains(q.Strategy.ById)))
            .OrderByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1).AsSplitQuery().ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        if (Number > 1) Previous = $"/manage/strategies/needs?page={Number - 1}";
        if (rows.Count > PageSize) Next = $"/manage/strategies/needs?page={Number + 1}";
    }
}
