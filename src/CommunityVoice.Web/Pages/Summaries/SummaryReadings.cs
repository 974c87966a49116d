using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>Loads what is read of a summary, for its pages, its file and its brief alike.</summary>
public sealed class SummaryReadings(CommunityVoiceDb db, Variants variants, TimeProvider clock)
{
    /// <summary>A published version, the newest unless another is named; none where there is none.</summary>
    public async Task<SummaryReading?> FindAsync(string slug, int? number, CancellationToken ct)
    {
        var versions = await db.SummaryVersions.AsNoTracking().Where(v => v.Summary.Slug == slug && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new { v.Id, Link = new VersionLink(v.Number, v.PublishedAt!.Value, v.Correction) }).ToListAsync(ct);
        if ((number is null ? versions.FirstOrDefault() : versions.Find(v => v.Link.Number == number)) is not { } wanted) return null;
        var version = await db.SummaryVersions.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(v => v.Id == wanted.Id, ct);
        return new(version, [.. versions.Select(v => v.Link)], UkTime.Today(clock))
        {
            Recommendations = await db.Recommendations.AsNoTrackingWithIdentityResolution().Sent().Where(r => r.SummaryId == version.SummaryId && r.Version.Number <= version.Number)
                .WithRecords().OrderBy(r => r.Number).ToListAsync(ct),
            CameOf = await CameOfIt.OfAsync(db, version.SummaryId, ct),
            Variants = await variants.OfAsync(version.SummaryId, ct),
        };
    }

    /// <summary>A draft as it would be read, with what earlier versions sent.</summary>
    public async Task<SummaryReading> PreviewAsync(SummaryVersion draft, CancellationToken ct)
    {
        var sent = await db.Recommendations.AsNoTracking().Sent().Where(r => r.SummaryId == draft.SummaryId).WithRecords().OrderBy(r => r.Number).ToListAsync(ct);
        return new(draft, [], UkTime.Today(clock)) { IsPreview = true, Recommendations = [.. sent, .. draft.Recommendations.OrderBy(r => r.Id)] };
    }
}
