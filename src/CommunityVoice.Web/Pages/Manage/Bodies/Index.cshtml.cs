using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>A body as an administrator's list shows it.</summary>
public sealed record ManagedBodyRow(string Slug, string Name, int Remits, int People, DateOnly? EndsOn)
{
    /// <summary>"Ends in 6 weeks", of the remit that ends first.</summary>
    public string? Ending(DateOnly today) => RemitEnding.WordsOn(today, today, EndsOn);
}

/// <summary>The organisations an administrator looks after: those with a remit in their areas, and those with none.</summary>
[Uses(Capability.Administer)]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int PageSize = 100;

    public IReadOnlyList<ManagedBodyRow> Bodies { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);
    public string? Next { get; private set; }

    public async Task OnGetAsync(long? after, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.Administer, ct);
        var today = Today;
        var found = await db.Bodies.AsNoTracking()
            .Where(b => (after == null || b.Id > after) && (b.Remits.Any(r => areas.Contains(r.AreaId)) || !b.Remits.Any()))
            .OrderBy(b => b.Id).Take(PageSize + 1)
            .Select(b => new
            {
                b.Id,
                Row = new ManagedBodyRow(b.Slug, b.Name, b.Remits.Count(r => r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)),
                    db.Memberships.Count(m => m.BodyId == b.Id && m.EndedAt == null),
                    b.Remits.Where(r => r.StartsOn <= today && r.EndsOn > today).Min(r => r.EndsOn)),
            }).ToListAsync(ct);
        Bodies = [.. found.Take(PageSize).Select(b => b.Row)];
        if (found.Count > PageSize) Next = $"/manage/bodies?after={found[PageSize - 1].Id}";
    }
}
