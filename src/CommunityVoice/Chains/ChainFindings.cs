using CommunityVoice.Data;
using CommunityVoice.Decisions;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Chains;

/// <summary>
/// The findings of a chain. A corrected summary holds a copy of each finding under a new number: what rests on any of the copies rests on the
/// finding, and the newest copy is the one that is shown.
/// </summary>
internal sealed record ChainFindings(IReadOnlyList<FoundItem> Items, List<long> Ids, List<long> Copies, List<long> Themes, List<long> Consultations, DateOnly? DecisionDueOn)
{
    private const int MostCopies = 1000;

    public static async Task<ChainFindings> OfAsync(CommunityVoiceDb db, ChainStart start, CancellationToken ct)
    {
        var rows = await db.Findings.AsNoTracking()
            .Where(f => f.Version.PublishedAt != null && start.Findings.Any(s => s.Version.SummaryId == f.Version.SummaryId && s.Heading == f.Heading))
            .OrderBy(f => f.VersionId).ThenBy(f => f.Order).Take(MostCopies)
            .Select(f => new
            {
                f.Id,
                f.Heading,
                f.ThemeId,
                f.Version.SummaryId,
                f.Version.Number,
                f.Version.Title,
                f.Version.Summary.Slug,
                f.Version.PublishedAt,
                f.Version.Summary.ConsultationId,
                f.Version.Summary.Consultation.ClosesOn,
                f.Version.Summary.Consultation.DecidedAt,
                Place = f.Version.Findings.Count(o => o.Order < f.Order) + 1,
                IsNewest = !f.Version.Summary.Versions.Any(later => later.PublishedAt != null && later.Number > f.Version.Number),
            }).ToListAsync(ct);
        var shown = rows.GroupBy(r => (r.SummaryId, r.Heading)).Select(copies => copies.MaxBy(c => c.Number)!).ToList();
        DateOnly? due = shown.Where(r => r.DecidedAt is null).Select(r => r.ClosesOn).Append(start.ClosedOn).Min();
        return new(
            shown.ConvertAll(r => new FoundItem(r.Id, r.Heading, r.Title, $"/summaries/{r.Slug}{(r.IsNewest ? "" : $"/v{r.Number}")}#finding-{r.Place}", r.PublishedAt!.Value)),
            shown.ConvertAll(r => r.Id), rows.ConvertAll(r => r.Id), [.. shown.Select(r => r.ThemeId).OfType<long>().Distinct()], [.. shown.Select(r => r.ConsultationId).Distinct()],
            due?.AddDays(DecisionClock.Days));
    }
}
