using CommunityVoice.Analysis.Opinion;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Made-up ballots: people of some camps, each with a mind of its own on every statement, who mark some of them and stray now and then.</summary>
internal sealed class OpinionCamps
{
    private OpinionCamps(List<OpinionVote> votes, List<int> campOf, int statements) => (Votes, CampOf, StatementCount) = (votes, campOf, statements);

    public IReadOnlyList<OpinionVote> Votes { get; }

    /// <summary>The camp of person n, whose key is <see cref="OpinionData.Key"/> of n.</summary>
    public IReadOnlyList<int> CampOf { get; }

    public int StatementCount { get; }

    public IReadOnlyList<long> Statements => [.. Enumerable.Range(1, StatementCount).Select(s => (long)s)];

    public OpinionVotes Table => OpinionVotes.Of(Votes, Statements);

    /// <summary>Statements are numbered from 1. With a stray of 0 everybody of a camp votes alike on what they mark.</summary>
    public static OpinionCamps Of(int seed, int camps = 3, int people = 90, int statements = 20, double density = 0.7, double stray = 0.15)
    {
        var random = new Random(seed);
        var mind = new int[camps, statements];
        for (var camp = 0; camp < camps; camp++)
        {
            for (var s = 0; s < statements; s++) mind[camp, s] = random.Next(2) * 2 - 1;
        }
        var (votes, campOf) = (new List<OpinionVote>(), new List<int>());
        for (var p = 0; p < people; p++)
        {
            campOf.Add(random.Next(camps));
            for (var s = 0; s < statements; s++)
            {
                if (random.NextDouble() < density)
                    votes.Add(new(OpinionData.Key(p), s + 1, random.NextDouble() < stray ? random.Next(3) - 1 : mind[campOf[p], s]));
            }
        }
        return new(votes, campOf, statements);
    }
}
