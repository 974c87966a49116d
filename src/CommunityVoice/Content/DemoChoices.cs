using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;

namespace CommunityVoice.Content;

/// <summary>What people of the invented place choose: each is of one of two kinds, and drawn to options as the file says. Always the same, so that pictures stay the same.</summary>
internal sealed class DemoChoices(DemoMethodBallot from)
{
    private const int PassesOneIn = 12;

    // The sum of letters, since hash codes of strings differ from run to run.
    private readonly Random chance = new(from.Key.Sum(c => c));

    /// <summary>The canonical text of the next paper.</summary>
    public string Next(Ballot ballot)
    {
        var kind = Kind();
        return from.Method switch
        {
            BallotMethod.Rank => RankText.Write(Drawn(ballot, kind, chance.Next(3, from.Options.Count + 1))),
            BallotMethod.Pick => BallotIdsText.Write(Drawn(ballot, kind, chance.Next(1, from.Picks + 1))),
            BallotMethod.Budget => BallotIdsText.Write(Within(ballot, Drawn(ballot, kind, chance.Next(2, 6)))),
            BallotMethod.Support => BallotIdsText.Write(Drawn(ballot, kind, chance.Next(1, from.Options.Count))),
            _ => throw new InvalidOperationException($"{from.Key} is not cast as a paper."),
        };
    }

    /// <summary>The marks of the next person: on most statements, the first ones more often than the last.</summary>
    public Dictionary<long, int> Marks(Ballot ballot)
    {
        var (kind, marks) = (Kind(), new Dictionary<long, int>());
        foreach (var (option, at) in from.Options.Select((o, i) => (o, i)))
        {
            if (at > 3 && chance.Next(from.Options.Count * 3) < at) continue;
            marks[IdOf(ballot, option)] = chance.Next(PassesOneIn) == 0 ? 0 : chance.Next(100) < option.Draw[kind] ? 1 : -1;
        }
        return marks;
    }

    /// <summary>One of the things, by weight.</summary>
    public T Pick<T>(ReadOnlySpan<(T Thing, int Weight)> things)
    {
        var total = 0;
        foreach (var (_, weight) in things) total += weight;
        var at = chance.Next(total);
        foreach (var (thing, weight) in things)
        {
            if ((at -= weight) < 0) return thing;
        }
        return things[^1].Thing;
    }

    private int Kind() => chance.Next(100) < from.Share ? 0 : 1;

    private List<long> Drawn(Ballot ballot, int kind, int count)
    {
        var (left, drawn) = (from.Options.ToList(), new List<long>());
        while (drawn.Count < count && left.Count > 0)
        {
            var option = Pick<DemoOption>([.. left.ConvertAll(o => (o, o.Draw[kind]))]);
            left.Remove(option);
            drawn.Add(IdOf(ballot, option));
        }
        return drawn;
    }

    private static List<long> Within(Ballot ballot, List<long> wanted)
    {
        var (left, fit) = (ballot.Budget, new List<long>());
        foreach (var id in wanted)
        {
            var cost = ballot.Priorities.Single(p => p.Id == id).Cost ?? 0;
            if (cost > left) continue;
            left -= cost;
            fit.Add(id);
        }
        return fit;
    }

    private static long IdOf(Ballot ballot, DemoOption option) => ballot.Priorities.Single(p => p.Title == option.Title).Id;
}
