using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>A consultation of which something is there to be published that nobody has assessed.</summary>
public sealed record WaitingAssessment(long Id, string Slug, string Title, string Area, IReadOnlyList<Dataset> Datasets);

/// <summary>Finds what waits for an assessment (rule R-C14).</summary>
public static class WaitingAssessments
{
    /// <summary>In these areas, the newest consultations first.</summary>
    public static async Task<List<WaitingAssessment>> InAsync(CommunityVoiceDb db, IReadOnlyCollection<long> areas, long? before, int most, CancellationToken ct)
    {
        var assessed = db.DisclosureAssessments;
        var found = await db.Consultations.AsNoTracking().Published().Where(c => areas.Contains(c.AreaId) && (before == null || c.Id < before))
            .Select(c => new
            {
                c.Id,
                c.Slug,
                c.Title,
                Area = c.Area.Name,
                Breakdowns = db.Ballots.Any(b => b.ConsultationId == c.Id && b.SealedPapers >= BallotResult.FewestPeople) && !assessed.Any(a => a.ConsultationId == c.Id && a.Dataset == Dataset.Breakdowns),
                Heard = c.People >= HeardFrom.FewestPeople && !assessed.Any(a => a.ConsultationId == c.Id && a.Dataset == Dataset.Heard),
                Comments = c.Comments > 0 && !assessed.Any(a => a.ConsultationId == c.Id && a.Dataset == Dataset.Comments),
            })
            .Where(c => c.Breakdowns || c.Heard || c.Comments).OrderByDescending(c => c.Id).Take(most).ToListAsync(ct);
        return found.ConvertAll(c => new WaitingAssessment(c.Id, c.Slug, c.Title, c.Area,
            [.. c.Breakdowns ? [Dataset.Breakdowns] : Array.Empty<Dataset>(), .. c.Heard ? [Dataset.Heard] : Array.Empty<Dataset>(), .. c.Comments ? [Dataset.Comments] : Array.Empty<Dataset>()]));
    }
}
