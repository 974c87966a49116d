using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Pages.Coding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>What one row of an area's tables of who was heard said: those of one voice, or those who told us in one way, the newest first.</summary>
public sealed class HeardModel(CommunityVoiceDb db, HeardComments heard, SharedViews shared, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    public Area Area { get; private set; } = null!;
    public HeardGroup Group { get; private set; } = null!;
    public IReadOnlyList<NotIncluded> LeftOut { get; private set; } = [];
    public IReadOnlyList<ThemedComment> Comments { get; private set; } = [];

    /// <summary>The table shows the group, and enough of it can be read that a list picks nobody out.</summary>
    public bool IsListed { get; private set; }
    public bool IsFirstPage { get; private set; }
    public long? Next { get; private set; }
    public string Here => Group.PathIn(Area.Slug);

    public async Task<IActionResult> OnGetAsync(string slug, string by, string group, long before, CancellationToken ct)
    {
        if (HeardGroup.Find(by, group) is not { } row || await db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        (Area, Group, IsFirstPage) = (area, row, before <= 0);
        LeftOut = await shared.LeftOutOfAsync(area.Id, UkTime.Today(clock), ct);
        if (await heard.OfAsync(area, row, ct) is { } said)
        {
            var found = await said.Where(c => before <= 0 || c.Id < before).OrderByDescending(c => c.Id).Take(PageSize + 1).ToThemed().ToListAsync(ct);
            (IsListed, Comments) = (true, [.. found.Take(PageSize)]);
            if (found.Count > PageSize) Next = Comments[^1].Id;
        }
        HttpContext.ShowsPages([PageTag.Area(area.Id), PageTag.Lists], ["before"]);
        return Page();
    }
}
