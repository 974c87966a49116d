using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Bodies;

/// <summary>A body as the list shows it, with the label it goes by today.</summary>
public sealed record BodyRow(string Slug, string Name, string? Label);

/// <summary>Every organisation that takes part.</summary>
public sealed class IndexModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 100;

    public IReadOnlyList<BodyRow> Bodies { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        // Slugs are unique, so they order the list the same on every database.
#pragma warning disable CA1309 // translated to SQL, which compares slugs byte by byte
        var found = await db.Bodies.AsNoTracking().Where(b => after == null || string.Compare(b.Slug, after) > 0).OrderBy(b => b.Slug).Take(PageSize + 1)
            .Select(b => new BodyRow(b.Slug, b.Name, b.Remits.Where(r => r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)).OrderBy(r => r.Id).Select(r => r.Label).FirstOrDefault()))
            .ToListAsync(ct);
#pragma warning restore CA1309
        Bodies = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"/bodies?after={found[PageSize - 1].Slug}";
        HttpContext.ShowsPages([], ["after"]);
    }
}
