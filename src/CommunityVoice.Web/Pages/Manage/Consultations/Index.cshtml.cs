using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>A consultation as the list of staff shows it.</summary>
public sealed record ManagedRow(string Slug, string Title, string Area, Stage Stage, DateOnly? OpensOn, DateOnly? ClosesOn, int Comments);

/// <summary>The consultations a member of staff may manage, drafts first.</summary>
[Uses(Capability.Consult)]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<ManagedRow> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.Consult, ct);
        var found = await db.Consultations.AsNoTracking().Include(c => c.Area)
            .Where(c => areas.Contains(c.AreaId) && (before == null || c.Id < before))
            .OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(ct);
        var now = clock.GetUtcNow();
        Rows = [.. found.Take(PageSize).Select(c => new ManagedRow(c.Slug, c.Title, c.Area.Name, c.StageAt(now), c.OpensOn, c.ClosesOn, c.Comments)).OrderBy(r => r.Stage)];
        if (found.Count > PageSize) Next = $"/manage/consultations?before={found[PageSize - 1].Id}";
    }
}
