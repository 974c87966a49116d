using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Voting;

/// <summary>The places and winners that a ballot's stored outcome gives its options.</summary>
internal sealed record WorkedOutPlaces(IReadOnlyDictionary<long, int> Places, IReadOnlySet<long> Winners)
{
    public int PlaceOf(long option) => Places.GetValueOrDefault(option, int.MaxValue);

    /// <summary>Reads them from the published lines; none while nothing was worked out or the method only adds up.</summary>
    public static WorkedOutPlaces? Of(Ballot ballot)
    {
        if (!BallotResults.NeedsOutcome(ballot.Method) || ballot.Outcome is not { Result.Length: > 0 } outcome) return null;
        var lines = outcome.Result.Split('\n');
        return new(ResultText.Places(lines), ResultText.Winners(lines));
    }
}
