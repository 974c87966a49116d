using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Voting;

/// <summary>What became of an attempt to cast a paper.</summary>
public enum CastOutcome
{
    Accepted,
    TooMany,
    OverCap,
    OverBudget,
    UnknownPriority,

    /// <summary>The ballot asks for more than is known of this voter: a postcode in the area, or a code from a letter.</summary>
    NotEntitled,
    Closed,

    /// <summary>Two people left this paper out of the count; only two people put it back.</summary>
    LeftOut,
}

/// <summary>The outcome and, when accepted, the receipt code; <paramref name="IsNew"/> is false when the paper already said the same.</summary>
public sealed record CastResult(CastOutcome Outcome, string? Receipt = null, bool IsNew = false);

/// <summary>
/// Casts, changes and withdraws papers by the ballot's number, once it is known what the ballot asks for; <see cref="BallotBox"/> takes them.
/// Marks on statements are given one at a time, by <see cref="Marking"/>, and taken back here.
/// </summary>
public sealed class Casting(BallotBox box, Marking marking, BallotsAtHand atHand, TimeProvider clock)
{
    /// <summary>Casts dots per priority, at least one in all.</summary>
    public Task<CastResult> CastAsync(long ballotId, Guid participantId, IReadOnlyDictionary<long, int> dots, CancellationToken ct) =>
        CastAsync(ballotId, participantId, DotsText.Write(dots), ct);

    /// <summary>Casts the participant's first or changed choices, in the canonical text of the ballot's method.</summary>
    public async Task<CastResult> CastAsync(long ballotId, Guid participantId, string choices, CancellationToken ct) =>
        await box.CastAsync(await FindAsync(ballotId, ct), participantId, choices, ct);

    /// <summary>Takes the choices back; nothing happens when there are none.</summary>
    public async Task<CastResult> WithdrawAsync(long ballotId, Guid participantId, CancellationToken ct)
    {
        var ballot = await FindAsync(ballotId, ct);
        if (!ballot.TakesVotesAt(clock.GetUtcNow())) return new(CastOutcome.Closed);
        return ballot.HasMarks ? await marking.TakeAllBackAsync(ballot, participantId, ct) : await box.TakeBackAsync(ballot, participantId, ct);
    }

    /// <summary>The row that puts all which happens on a ballot in one order.</summary>
    internal static string Lock(Ballot ballot) => FormattableString.Invariant($"ballot {ballot.Id}");

    internal static VoterTier TierOf(object?[]? pass) => pass is [string tier] ? Enum.Parse<VoterTier>(tier) : VoterTier.EmailConfirmed;

    private async Task<Ballot> FindAsync(long ballotId, CancellationToken ct) =>
        await atHand.FindAsync(ballotId, ct) ?? throw new InvalidOperationException($"There is no ballot {ballotId}.");
}
