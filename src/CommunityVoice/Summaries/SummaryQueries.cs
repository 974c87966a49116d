using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>A published summary in a list.</summary>
public sealed record SummaryRow(string Slug, string Title, string InShort, string Consultation, string ConsultationSlug, string Area, string By, DateTimeOffset PublishedAt, int Version);

/// <summary>Where a comment was used: shown beside it, so that whoever said it can follow it.</summary>
public sealed record CitedIn(string Slug, string Title, int Finding, string Heading, bool IsQuoted)
{
    /// <summary>The newest published versions whose findings rest on a comment.</summary>
    public static async Task<IReadOnlyList<CitedIn>> OfAsync(CommunityVoiceDb db, long commentId, CancellationToken ct)
    {
        var rows = await db.Citations.AsNoTracking()
            .Where(c => c.CommentId == commentId && c.Finding.Version.PublishedAt != null
                && !db.SummaryVersions.Any(v => v.SummaryId == c.Finding.Version.SummaryId && v.PublishedAt != null && v.Number > c.Finding.Version.Number))
            .OrderBy(c => c.Finding.VersionId).ThenBy(c => c.Finding.Order)
            .Select(c => new
            {
                c.Finding.Version.Summary.Slug,
                c.Finding.Version.Title,
                c.Finding.Heading,
                Quoted = c.Quote != null,
                Before = c.Finding.Version.Findings.Count(f => f.Order < c.Finding.Order),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new CitedIn(r.Slug, r.Title, r.Before + 1, r.Heading, r.Quoted))];
    }
}

/// <summary>Named queries over summaries.</summary>
public static class SummaryQueries
{
    extension(IQueryable<SummaryVersion> versions)
    {
        /// <summary>Published and not yet corrected by a later one.</summary>
        public IQueryable<SummaryVersion> Newest() => versions.Where(v =>
            v.PublishedAt != null && !v.Summary.Versions.Any(later => later.PublishedAt != null && later.Number > v.Number));

        /// <summary>With everything it holds and cites.</summary>
        public IQueryable<SummaryVersion> Whole() => versions
            .Include(v => v.Summary).ThenInclude(s => s.Consultation).ThenInclude(c => c.Area)
            .Include(v => v.Summary).ThenInclude(s => s.By)
            .Include(v => v.Summary).ThenInclude(s => s.Authors).ThenInclude(a => a.Body)
            .Include(v => v.Sections).Include(v => v.Figures)
            .Include(v => v.Findings).ThenInclude(f => f.Theme!.Area)
            .Include(v => v.Findings).ThenInclude(f => f.Citations).ThenInclude(c => c.Comment)
            .Include(v => v.Findings).ThenInclude(f => f.Citations).ThenInclude(c => c.Priority)
            .Include(v => v.Recommendations).ThenInclude(r => r.Addressee)
            .Include(v => v.Recommendations).ThenInclude(r => r.Grounds).ThenInclude(g => g.Finding)
            .Include(v => v.Partners).ThenInclude(p => p.Body)
            .Include(v => v.FactChecks).ThenInclude(c => c.Body)
            .Include(v => v.FactChecks).ThenInclude(c => c.Comments)
            .AsSplitQuery();

        /// <summary>Newest first.</summary>
        public IQueryable<SummaryRow> ToRows() => versions.OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id)
            .Select(v => new SummaryRow(v.Summary.Slug, v.Title,
                v.Sections.Where(s => s.Kind == SectionKind.Summary).Select(s => s.Body).FirstOrDefault() ?? "",
                v.Summary.Consultation.Title, v.Summary.Consultation.Slug, v.Summary.Consultation.Area.Name, v.Summary.By.Name, v.PublishedAt!.Value, v.Number));
    }
}
