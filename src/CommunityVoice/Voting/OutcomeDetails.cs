using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;

namespace CommunityVoice.Voting;

/// <summary>What pages show of how a result came about, as JSON of a shape of the method's own.</summary>
internal sealed class OutcomeDetails(CommunityVoiceDb db)
{
    public Task<string> OfAsync(Ballot ballot, CountedBallot counted, CancellationToken ct)
    {
        _ = (db, ballot, counted, ct);
        return Task.FromResult("");
    }
}
