using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Content;

/// <summary>content/demo/ballots.yaml: votes of every method.</summary>
public sealed class DemoBallotsFile
{
    public required List<DemoMethodBallot> Ballots { get; init; }
}

/// <summary>A vote, how many papers it has, and what draws two kinds of people.</summary>
public sealed class DemoMethodBallot
{
    public required string Key { get; init; }

    /// <summary>The key of the consultation it belongs to.</summary>
    public required string Consultation { get; init; }
    public required BallotMethod Method { get; init; }
    public required string Title { get; init; }
    public bool TakesStatements { get; init; }
    public int Picks { get; init; }

    /// <summary>In pounds.</summary>
    public long Budget { get; init; }
    public required int Papers { get; init; }

    /// <summary>How many in a hundred are of the first kind.</summary>
    public required int Share { get; init; }
    public required List<DemoOption> Options { get; init; }
}

/// <summary>Something the vote offers.</summary>
public sealed class DemoOption
{
    public required string Title { get; init; }
    public string About { get; init; } = "";

    /// <summary>In pounds.</summary>
    public long Cost { get; init; }

    /// <summary>How strongly it draws the first and the second kind of people.</summary>
    public required List<int> Draw { get; init; }
}
