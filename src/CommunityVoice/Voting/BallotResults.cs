using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>One priority in a ballot's results: its dots, how many people put at least one on it, and their share of everybody counted.</summary>
public sealed record PriorityResult(long Id, string Title, string Detail, int Place, int Dots, int People, double Share, Interval Range);

/// <summary>What the public may know of a dots ballot: the sealed tally, from ten people on.</summary>
public sealed record BallotResult(Ballot Ballot, bool IsFinal, int? People, IReadOnlyList<PriorityResult> Priorities)
{
    /// <summary>Below this many people nothing but that is published (rule R-F30).</summary>
    public const int FewestPeople = 10;

    /// <summary>Fewer than ten people so far: neither the numbers nor the record are shown.</summary>
    public bool HasTooFew => People is null;

    /// <summary>After closing, who came first in one sentence; null while open, with too few people, or when nobody put a dot.</summary>
    public string? Winner => !IsFinal || HasTooFew ? null : Priorities.Where(p => p.Place == 1 && p.Dots > 0).ToList() switch
    {
        [] => null,
        [var one] => $"{one.Title} came first: {Percent(one.Share)} of {People:N0} people put a dot on it.",
        [var one, ..] many => $"{Together([.. many.Select(p => p.Title)])} came first together: {Percent(one.Share)} of {People:N0} people put a dot on each.",
    };

    /// <summary>A share in whole per cent: "71%".</summary>
    public static string Percent(double share) => $"{Math.Round(share * 100, MidpointRounding.AwayFromZero):0}%";

    private static string Together(IReadOnlyList<string> titles) => $"{string.Join(", ", titles.SkipLast(1))} and {titles[^1]}";
}

/// <summary>Reads results. Pages, summaries and overviews ask here, so that all of them show the same.</summary>
/// <remarks>
/// Order: most dots first; with equal dots, the one that more people put a dot on; equal in both, they share the place. Dots decide because
/// people were told that several on one count as several; the share of people stands beside, with its Wilson interval.
/// </remarks>
public sealed class BallotResults(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>The results of a dots ballot of a published consultation; none where there is no such ballot.</summary>
    public async Task<BallotResult?> OfAsync(long ballotId, CancellationToken ct)
    {
        var ballot = await db.Ballots.AsNoTracking().Include(b => b.Consultation).ThenInclude(c => c.Area).Include(b => b.Priorities)
            .SingleOrDefaultAsync(b => b.Id == ballotId && b.Method == BallotMethod.Dots && b.Consultation.PublishedAt != null, ct);
        return ballot is null ? null : Of(ballot, clock.GetUtcNow());
    }

    /// <summary>The same of a ballot already loaded with its consultation and priorities.</summary>
    public static BallotResult Of(Ballot ballot, DateTimeOffset now)
    {
        // Final once closing has sealed the rest: between the closing time and that seal the last papers are still to come.
        var isFinal = ballot.ClosedSealAt is not null && ballot.HasEndedAt(now);
        if (ballot.SealedPapers < BallotResult.FewestPeople) return new(ballot, isFinal, null, []);
        var ordered = ballot.Priorities.OrderByDescending(p => p.SealedDots).ThenByDescending(p => p.SealedPeople).ThenBy(p => p.Order).ThenBy(p => p.Id);
        var rows = new List<PriorityResult>();
        foreach (var priority in ordered)
        {
            var place = rows is [.., var above] && (above.Dots, above.People) == (priority.SealedDots, priority.SealedPeople) ? above.Place : rows.Count + 1;
            rows.Add(new(priority.Id, priority.Title, priority.Detail, place, priority.SealedDots, priority.SealedPeople,
                (double)priority.SealedPeople / ballot.SealedPapers, WilsonInterval.Of(priority.SealedPeople, ballot.SealedPapers)));
        }
        return new(ballot, isFinal, ballot.SealedPapers, rows);
    }
}
