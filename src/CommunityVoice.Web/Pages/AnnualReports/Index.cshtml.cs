using CommunityVoice.AnnualReports;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.AnnualReports;

/// <summary>Every published annual report, the newest year first.</summary>
public sealed class IndexModel(CommunityVoiceDb db) : PageModel
{
    private const int PageSize = 20;
    private const int MostPages = 100;

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<AnnualReport> Rows { get; private set; } = [];
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong page shows the first
        Number = Math.Clamp(Number, 1, MostPages);
        var rows = await db.AnnualReports.AsNoTracking().Published().Newest().Include(r => r.By).OrderByDescending(r => r.Year).ThenByDescending(r => r.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        if (Number > 1) Previous = $"/annual-reports?page={Number - 1}";
        if (rows.Count > PageSize) Next = $"/annual-reports?page={Number + 1}";
        HttpContext.ShowsPages([PageTag.Lists], ["page"]);
    }
}
