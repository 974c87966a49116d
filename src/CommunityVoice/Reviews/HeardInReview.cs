using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>Who was heard in the published consultations of a review, for its page and its file: added up from what each of them publishes, so none while none does.</summary>
/// <remarks>NotHeard: the voices that it needs and of which each of these shows that nobody spoke in them. IsWhole: whether each consultation tells.</remarks>
public sealed record HeardInReview(FigureView? ByVoice, FigureView? ByWay, IReadOnlyList<Voice> NotHeard, bool IsWhole)
{
    public static async Task<HeardInReview> OfAsync(HeardFrom from, IReadOnlyCollection<long> consultationIds, CancellationToken ct)
    {
        var each = await from.InEachAsync(consultationIds, ct);
        var voices = HeardFigures.ByVoice([.. each.Select(h => h.ByVoice).OfType<PublishedTable>()], consultationIds.Count);
        var ways = HeardFigures.ByChannel([.. each.Select(h => h.ByWay).OfType<PublishedTable>()], consultationIds.Count);
        return new(
            voices is null ? null : new FigureView(FigureKind.HeardByVoice, "Who was heard, by voice", voices),
            ways is null ? null : new FigureView(FigureKind.HeardByChannel, "Who was heard, by how they told us", ways),
            [.. ReviewQueries.NeededVoices.Where(v => voices is not null && voices.NotHeard.Contains(v.Word()))],
            each.Count(h => h.ByVoice is not null) == consultationIds.Count);
    }

    /// <summary>The consultations that it counts, in the order of the page.</summary>
    public static IQueryable<Consultation> ConsultationsOf(CommunityVoiceDb db, long reviewId) =>
        db.Consultations.AsNoTracking().Where(c => c.ReviewId == reviewId && c.PublishedAt != null).OrderByDescending(c => c.OpensAt).ThenBy(c => c.Id);
}
