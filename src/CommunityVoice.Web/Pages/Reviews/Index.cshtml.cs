using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>A review as the list shows it.</summary>
public sealed record ReviewRow(string Slug, string Title, string Area, int Consultations);

/// <summary>Every neighbourhood review, newest first.</summary>
public sealed class IndexModel(CommunityVoiceDb db) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<ReviewRow> Reviews { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        var found = await db.Reviews.AsNoTracking().Where(r => before == null || r.Id < before).OrderByDescending(r => r.Id).Take(PageSize + 1)
            .Select(r => new { r.Id, Row = new ReviewRow(r.Slug, r.Title, r.Area.Name, r.Consultations.Count(c => c.PublishedAt != null)) }).ToListAsync(ct);
        Reviews = [.. found.Take(PageSize).Select(r => r.Row)];
        if (found.Count > PageSize) Next = $"/reviews?before={found[PageSize - 1].Id}";
        HttpContext.ShowsPages([PageTag.Lists], ["before"]);
    }
}
