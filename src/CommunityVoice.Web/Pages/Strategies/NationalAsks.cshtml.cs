using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>What the newest published strategies ask of those who decide for the country.</summary>
public sealed class NationalAsksModel(CommunityVoiceDb db) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Those after this action.</summary>
    [FromQuery(Name = "after")] public long After { get; set; }

    public IReadOnlyList<NationalAsk> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.StrategyVersions.AsNoTracking().Newest().ToAsks(After).Take(PageSize + 1).ToListAsync(ct);
        if (rows.Count > PageSize) Next = $"?after={rows[PageSize - 1].Key}";
        Rows = [.. rows.Take(PageSize)];
        HttpContext.ShowsPages([PageTag.Lists], ["after"]);
    }
}
