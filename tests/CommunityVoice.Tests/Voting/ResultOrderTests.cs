using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.Voting;

/// <summary>A list of results says by what it is ordered.</summary>
public sealed class ResultOrderTests
{
    [Theory]
    [InlineData(BallotMethod.Dots, "dots")]
    [InlineData(BallotMethod.Rank, "rankings")]
    [InlineData(BallotMethod.Budget, "equal shares")]
    [InlineData(BallotMethod.AgreeDisagreePass, "agreed with")]
    [InlineData(BallotMethod.Pick, "most people chose")]
    [InlineData(BallotMethod.Support, "most people chose")]
    public void Each_method_has_its_own_words(BallotMethod method, string says) => Assert.Contains(says, ResultOrder.Words(method), StringComparison.Ordinal);
}
