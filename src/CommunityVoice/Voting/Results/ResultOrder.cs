using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Voting;

/// <summary>In which order results stand, in words that go on from a count of people.</summary>
public static class ResultOrder
{
    public static string Words(BallotMethod method) => method switch
    {
        BallotMethod.Dots => "those with most dots first",
        BallotMethod.Rank => "in the order that their rankings give together",
        BallotMethod.Budget => "those that equal shares pay for first, then by how many chose them",
        BallotMethod.AgreeDisagreePass => "those most surely agreed with first",
        _ => "those that most people chose first",
    };
}
