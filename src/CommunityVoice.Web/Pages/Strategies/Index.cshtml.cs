using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>Every published strategy, newest first.</summary>
public sealed class IndexModel(CommunityVoiceDb db) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Those published before this one, by its address.</summary>
    [FromQuery(Name = "after")] public string? After { get; set; }

    /// <summary>Only those with a focus for this financial year, by the year it begins in.</summary>
    [FromQuery(Name = "focus")] public int? Focus { get; set; }

    /// <summary>Each year that a plan has a focus for, newest first, and how many have.</summary>
    public IReadOnlyList<(int Year, int Count)> Years { get; private set; } = [];
    public IReadOnlyList<StrategyRow> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var versions = db.StrategyVersions.AsNoTracking().Newest();
        Focus = Focus is >= 2000 and < 2200 ? Focus : null;
        Years = [.. (await versions.Where(v => v.FocusYear != null).GroupBy(v => v.FocusYear!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count))];
        if (Focus is not null) versions = versions.Where(v => v.FocusYear == Focus);
        if (After is { Length: > 0 } && await versions.Where(v => v.Strategy.Slug == After).Select(v => new { v.Id, v.PublishedAt }).SingleOrDefaultAsync(ct) is { } last)
        {
            versions = versions.Where(v => v.PublishedAt < last.PublishedAt || (v.PublishedAt == last.PublishedAt && v.Id < last.Id));
        }
        var rows = await versions.ToRows().Take(PageSize + 1).ToListAsync(ct);
        if (rows.Count > PageSize) Next = $"?{(Focus is null ? "" : $"focus={Focus}&")}after={rows[PageSize - 1].Slug}";
        Rows = [.. rows.Take(PageSize)];
        HttpContext.ShowsPages([PageTag.Lists], ["after", "focus"]);
    }
}
