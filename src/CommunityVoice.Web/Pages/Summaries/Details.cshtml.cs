using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>A published summary: the newest version, an earlier one at "/v1", or on paper with its evidence at "/print". Three pages share it.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public SummaryReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? number, CancellationToken ct)
    {
        var versions = await db.SummaryVersions.AsNoTracking().Where(v => v.Summary.Slug == slug && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new { v.Id, Link = new VersionLink(v.Number, v.PublishedAt!.Value, v.Correction) }).ToListAsync(ct);
        if ((number is null ? versions.FirstOrDefault() : versions.Find(v => v.Link.Number == number)) is not { } wanted) return NotFound();
        var version = await db.SummaryVersions.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(v => v.Id == wanted.Id, ct);
        Reading = new(version, [.. versions.Select(v => v.Link)], UkTime.Today(clock))
        {
            Recommendations = await db.Recommendations.AsNoTrackingWithIdentityResolution().Sent().Where(r => r.SummaryId == version.SummaryId && r.Version.Number <= version.Number)
                .WithRecords().OrderBy(r => r.Number).ToListAsync(ct),
            CameOf = await CameOfIt.OfAsync(db, version.SummaryId, ct),
        };
        HttpContext.ShowsPages([PageTag.Summary(version.SummaryId), PageTag.Consultation(version.Summary.ConsultationId)]);
        return Page();
    }
}
