using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>One thing that was missing, with the stories it blocked, what waits for it, and what is planned.</summary>
public sealed class GapModel(CommunityVoiceDb db, Gaps gaps) : PageModel
{
    private const int OnPage = 20;

    public Area Area { get; private set; } = null!;
    public IReadOnlyList<NotIncluded> LeftOut { get; private set; } = [];
    public GapReading Reading { get; private set; } = null!;
    public IReadOnlyList<GapStory> Stories { get; private set; } = [];
    public bool IsFirstPage { get; private set; }
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, int skip, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        if (await gaps.FindAsync(area, id, ct) is not { } reading) return NotFound();
        var start = Math.Max(skip, 0);
        var stories = await gaps.StoriesAsync(area, reading.Missing, start, OnPage + 1, ct);
        LeftOut = await gaps.LeftOutOfAsync(area, ct);
        (Area, Reading, Stories, IsFirstPage) = (area, reading, [.. stories.Take(OnPage)], start == 0);
        if (stories.Count > OnPage) Next = $"/areas/{slug}/gaps/{id}?skip={start + OnPage}";
        HttpContext.ShowsPages([PageTag.Area(area.Id), PageTag.Lists], ["skip"]);
        return Page();
    }
}
