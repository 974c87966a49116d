using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>What was missing in an area, ranked by the stories that it blocked.</summary>
public sealed class GapsModel(CommunityVoiceDb db, Gaps gaps) : PageModel
{
    private const int OnPage = 25;
    private const int MostOwnWords = 20;

    public Area Area { get; private set; } = null!;
    public IReadOnlyList<GapRow> Rows { get; private set; } = [];
    public IReadOnlyList<GapStory> OwnWords { get; private set; } = [];
    public IReadOnlyList<NotIncluded> LeftOut { get; private set; } = [];
    public bool IsFirstPage { get; private set; }
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int skip, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        var start = Math.Max(skip, 0);
        var rows = await gaps.OfAsync(area, ct);
        (Area, Rows, IsFirstPage) = (area, [.. rows.Skip(start).Take(OnPage)], start == 0);
        LeftOut = await gaps.LeftOutOfAsync(area, ct);
        if (IsFirstPage) OwnWords = await gaps.InOwnWordsAsync(area, MostOwnWords, ct);
        if (rows.Count > start + OnPage) Next = $"/areas/{slug}/gaps?skip={start + OnPage}";
        HttpContext.ShowsPages([PageTag.Area(area.Id), PageTag.Lists], ["skip"]);
        return Page();
    }
}
