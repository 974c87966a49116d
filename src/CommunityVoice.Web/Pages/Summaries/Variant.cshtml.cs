using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>A summary in easy words or another language, with a warning where it was corrected since.</summary>
public sealed class VariantModel(CommunityVoiceDb db) : PageModel
{
    public SummaryVariant Variant { get; private set; } = null!;

    /// <summary>The version that everybody reads now.</summary>
    public VersionLink Newest { get; private set; } = null!;

    public bool IsBehind => Variant.IsBehind(Newest.Number);

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        var variant = await db.SummaryVariants.AsNoTracking().Include(v => v.Summary).ThenInclude(s => s.By).SingleOrDefaultAsync(v => v.Summary.Slug == slug && v.Code == code, ct);
        if (variant is null) return NotFound();
        Variant = variant;
        Newest = await db.SummaryVersions.AsNoTracking().Where(v => v.SummaryId == variant.SummaryId && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new VersionLink(v.Number, v.PublishedAt!.Value, v.Correction)).FirstAsync(ct);
        HttpContext.ShowsPages([PageTag.Summary(variant.SummaryId)]);
        return Page();
    }
}
