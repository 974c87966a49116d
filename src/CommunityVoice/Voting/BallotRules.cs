using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Voting;

/// <summary>The rules of a ballot: its method, what that method needs, who may vote, and how options stand.</summary>
public sealed record BallotRules(BallotMethod Method)
{
    public int DotsEach { get; init; }
    public int MostOnOne { get; init; }
    public int MostPicks { get; init; }
    public int Winners { get; init; } = 1;

    /// <summary>In pence.</summary>
    public long Budget { get; init; }
    public SharesCompletion Completion { get; init; } = SharesCompletion.AddOneThenGreedy;

    /// <summary>The least that must be known of a voter.</summary>
    public VoterTier WhoMayVote { get; init; }

    /// <summary>Whether each person sees the options in an order of their own.</summary>
    public bool MixesOptions { get; init; } = true;

    /// <summary>Whether people may add statements of their own, which wait for a moderator.</summary>
    public bool TakesStatements { get; init; }

    public static BallotRules Dots(int each, int mostOnOne) => new(BallotMethod.Dots) { DotsEach = each, MostOnOne = mostOnOne };

    /// <summary>Says what does not fit together; none when all does.</summary>
    public string? Wrong => Method switch
    {
        BallotMethod.Dots when DotsEach < 1 || MostOnOne < 1 => "A dots ballot needs dots.",
        BallotMethod.Dots when MostOnOne > DotsEach => "The most on one option cannot be more than each person has.",
        BallotMethod.Pick when MostPicks < 1 => "Say how many each person may pick.",
        BallotMethod.Rank when Winners < 1 => "Say how many are to be chosen.",
        BallotMethod.Budget when Budget < 1 => "A budget ballot needs a budget.",
        _ => null,
    };
}
