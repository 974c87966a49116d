using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Areas;

/// <summary>The areas that an administrator looks after.</summary>
[Uses(Capability.Administer)]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int PageSize = 100;

    public IReadOnlyList<Area> Areas { get; private set; } = [];
    public string? Next { get; private set; }
    public DateOnly Today => UkTime.Today(clock);

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(long? after, CancellationToken ct)
    {
        var mine = await permissions.AreasAsync(User.Id(), Capability.Administer, ct);
        var found = await db.Areas.AsNoTracking().KnownToPeople().Where(a => mine.Contains(a.Id) && (after == null || a.Id > after)).OrderBy(a => a.Id).Take(PageSize + 1).ToListAsync(ct);
        Areas = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"/manage/areas?after={found[PageSize - 1].Id}";
    }
}
