namespace CommunityVoice.Analysis.Ballots;

/// <summary>How a ballot is cast and counted. Each can be explained in one sentence (rule R-F35).</summary>
public enum BallotMethod
{
    /// <summary>Support each option or leave it: as many as you like, one each.</summary>
    Support,

    /// <summary>Spread a number of dots, more on what matters more.</summary>
    Dots,

    /// <summary>Pick up to a number of options.</summary>
    Pick,

    /// <summary>Put options in order, best first.</summary>
    Rank,

    /// <summary>Agree, disagree or pass on one statement at a time.</summary>
    AgreeDisagreePass,

    /// <summary>Fill a budget with projects.</summary>
    Budget,
}
