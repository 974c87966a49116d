using CommunityVoice.Data;

namespace CommunityVoice.Voting;

/// <summary>
/// What was worked out from a ballot's sealed record, as of one moment: the published result line by line, what pages show of how it came about,
/// and breakdowns that passed disclosure control. Made in the background, never in a request.
/// </summary>
public sealed class BallotOutcome : IShownOnPages
{
    private BallotOutcome() { } // EF Core

    public BallotOutcome(long ballotId) => BallotId = ballotId;

    public long BallotId { get; private set; }
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>How far the record went, how many people it counted, and how many options could be seen then: when one differs, it is worked out anew.</summary>
    public long SealedEntries { get; private set; }
    public int People { get; private set; }
    public int Options { get; private set; }
    public DateTimeOffset WorkedOutAt { get; private set; }

    /// <summary>The published result, a line each, exactly as anybody recomputes it from the record.</summary>
    public string Result { get; private set; } = "";

    /// <summary>How it came about, as JSON of a shape of the method's own.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Protected breakdowns as JSON; empty while there are none to show.</summary>
    public string Tables { get; private set; } = "";

    /// <summary>The true counts that the tables were made from, for the guard against differencing; never shown.</summary>
    public string TableCounts { get; private set; } = "";

    /// <summary>The newest assessment of what breakdowns could tell when they were made; 0 where there was none.</summary>
    public long AssessmentId { get; private set; }

    /// <summary>Who is in which opinion group, so that groups keep their letters at the next update; never shown.</summary>
    public byte[]? Members { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Ballot(BallotId)];

    internal void WorkedOut(long sealedEntries, int people, int options, string result, string detail, DateTimeOffset now) =>
        (SealedEntries, People, Options, Result, Detail, WorkedOutAt) = (sealedEntries, people, options, result, detail, now);

    internal void Break(string tables, string counts, long assessment, byte[]? members) => (Tables, TableCounts, AssessmentId, Members) = (tables, counts, assessment, members);
}
