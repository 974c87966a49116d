using CommunityVoice.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.News;

/// <summary>Which annual reports were published, and corrected.</summary>
public static class AnnualReportNews
{
    private const int Most = 20;

    /// <summary>The newest versions that were published, newest first.</summary>
    public static async Task<IReadOnlyList<NewsItem>> NewestAsync(IQueryable<AnnualReport> of, CancellationToken ct)
    {
        var versions = await of.AsNoTracking().Where(r => r.PublishedAt != null).OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new { r.Id, r.Number, r.Title, r.Correction, By = r.By.Name, r.Slug, At = r.PublishedAt!.Value }).ToListAsync(ct);
        return [.. versions.Select(r => new NewsItem(
            $"annual-report-{r.Id}", r.At, $"{(r.Number == 1 ? "Published" : "Corrected")}: {r.Title}", r.Correction ?? $"The annual report of {r.By}.", $"/annual-reports/{r.Slug}/v{r.Number}"))];
    }
}
