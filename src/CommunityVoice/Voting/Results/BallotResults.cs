using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>One option in a ballot's results: what it got, and the share of everybody counted that chose it.</summary>
/// <remarks>
/// Place: by the method of the ballot; options that are level share one. Share: of everybody counted, those who chose it; of a statement, those
/// who agree of those who marked it; with its Wilson interval. IsWinner: among those that the method chooses; where it only orders, in first place.
/// </remarks>
public sealed record PriorityResult(
    long Id, string Title, string Detail, int Place, int Dots, int People, double Share, Interval Range,
    int Agree = 0, int Disagree = 0, int Pass = 0, long? Cost = null, bool IsWinner = false);

/// <summary>What the public may know of a ballot: the sealed tally, from ten people on.</summary>
public sealed record BallotResult(Ballot Ballot, bool IsFinal, int? People, IReadOnlyList<PriorityResult> Priorities)
{
    /// <summary>Below this many people nothing but that is published (rule R-F30).</summary>
    public const int FewestPeople = 10;

    /// <summary>Fewer than ten people so far: neither the numbers nor the record are shown.</summary>
    public bool HasTooFew => People is null;

    /// <summary>After closing, the result in one sentence; null while open, with too few people, or when nobody chose anything.</summary>
    public string? Winner => !IsFinal || HasTooFew ? null : ResultSentence.Of(this);

    /// <summary>A share in whole per cent: "71%".</summary>
    public static string Percent(double share) => $"{Math.Round(share * 100, MidpointRounding.AwayFromZero):0}%";
}

/// <summary>Reads results. Pages, summaries and overviews ask here, so that all of them show the same.</summary>
/// <remarks>
/// Dots: most dots first, then more people. Support, pick: most people. Rank and budget: as worked out from the record (<see cref="BallotOutcome"/>);
/// before that, most people. Statements: the lower end of the interval of those who agree, so that one of one never stands above ninety of a hundred.
/// Level in all of that, they share the place.
/// </remarks>
public sealed class BallotResults(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>The results of a ballot of a published consultation; none where there is no such ballot.</summary>
    public async Task<BallotResult?> OfAsync(long ballotId, CancellationToken ct)
    {
        var ballot = await db.Ballots.AsNoTracking().WithPages().WithOffer().Include(b => b.Outcome).SingleOrDefaultAsync(b => b.Id == ballotId, ct);
        return ballot is null ? null : Of(ballot, clock.GetUtcNow());
    }

    /// <summary>The same of a ballot already loaded with its consultation, what it offers and its outcome.</summary>
    public static BallotResult Of(Ballot ballot, DateTimeOffset now)
    {
        // Final once closing has sealed the rest: between the closing time and that seal the last papers are still to come.
        var isFinal = ballot.ClosedSealAt is not null && ballot.HasEndedAt(now) && (!NeedsOutcome(ballot.Method) || ballot.Outcome?.SealedEntries == ballot.SealedEntries);
        if (ballot.SealedPapers < BallotResult.FewestPeople) return new(ballot, isFinal, null, []);
        var worked = WorkedOutPlaces.Of(ballot);
        var ordered = ballot.Priorities.Select(p => (Row: Row(ballot, p), Order: Rank(ballot, p, worked), p.Order))
            .OrderBy(r => r.Order).ThenBy(r => r.Item3).ThenBy(r => r.Row.Id).ToList();
        var rows = new List<PriorityResult>();
        for (var i = 0; i < ordered.Count; i++)
        {
            var place = i > 0 && ordered[i - 1].Order.CompareTo(ordered[i].Order) == 0 ? rows[^1].Place : i + 1;
            rows.Add(ordered[i].Row with { Place = place, IsWinner = worked?.Winners.Contains(ordered[i].Row.Id) ?? (place == 1 && ordered[i].Row.People > 0) });
        }
        return new(ballot, isFinal, ballot.SealedPapers, rows);
    }

    /// <summary>Methods whose result is more than adding up.</summary>
    public static bool NeedsOutcome(BallotMethod method) => method is BallotMethod.Rank or BallotMethod.Budget;

    private static PriorityResult Row(Ballot ballot, Priority p)
    {
        var (count, of) = ballot.HasMarks ? (p.SealedAgree, p.SealedPeople) : (p.SealedPeople, ballot.SealedPapers);
        return new(p.Id, p.Title, p.Detail, 0, p.SealedDots, p.SealedPeople, of == 0 ? 0 : (double)count / of, WilsonInterval.Of(count, of),
            p.SealedAgree, p.SealedDisagree, p.SealedPass, p.Cost);
    }

    // Smaller is better.
    private static (double, double) Rank(Ballot ballot, Priority p, WorkedOutPlaces? worked) => ballot.Method switch
    {
        BallotMethod.Dots => (-p.SealedDots, -p.SealedPeople),
        BallotMethod.AgreeDisagreePass => (-WilsonInterval.Of(p.SealedAgree, p.SealedPeople).Low, -p.SealedPeople),
        _ => (worked?.PlaceOf(p.Id) ?? 0, worked is null || ballot.Method == BallotMethod.Budget ? -p.SealedPeople : 0),
    };
}
