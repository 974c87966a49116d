namespace CommunityVoice.Analysis.Ballots;

/// <summary>Instant run-off: each paper counts for its best option still in; while nobody has more than half of these, whoever has fewest goes out.</summary>
/// <remarks>
/// Source: the alternative vote as RCTab counts it (single winner by majority of the papers active in a round), see <see cref="RunoffRules"/>.
/// An option left out on a paper never gets its vote. Time grows with different papers times how often each changes hands.
/// </remarks>
public static class InstantRunoff
{
    public static RunoffOutcome Of(RankedPapers papers, RunoffRules? rules = null) => new Count(papers, rules ?? RunoffRules.Default).Run();

    private sealed class Count
    {
        private readonly RankedPapers papers;
        private readonly RunoffRules rules;
        private readonly Ties ties;
        private readonly bool[] isIn;
        private readonly long[] votes;
        private readonly List<int>[] piles;
        private readonly PaperWalk walk;
        private readonly long[] inactive = new long[Enum.GetValues<Inactive>().Length];
        private readonly List<Int128[]> history = [];
        private readonly List<RunoffRound> rounds = [];
        private readonly List<IReadOnlyList<long>> places = [];

        public Count(RankedPapers papers, RunoffRules rules)
        {
            var n = papers.Options.Count;
            (this.papers, this.rules, ties) = (papers, rules, new(papers, rules.Ties, rules.Lots));
            (isIn, votes, piles) = ([.. Enumerable.Repeat(true, n)], new long[n], [.. Enumerable.Range(0, n).Select(_ => new List<int>())]);
            walk = new(rules, isIn);
        }

        private List<int> StillIn => [.. Enumerable.Range(0, isIn.Length).Where(o => isIn[o])];

        private long Threshold => votes.Sum() / 2 + 1;

        public RunoffOutcome Run()
        {
            if (isIn.Length == 0) return new([], []);
            Deal(Enumerable.Range(0, papers.Codes.Length));
            while (true)
            {
                var left = StillIn;
                var winner = left.Count == 1 ? left : left.FindAll(o => votes[o] >= Threshold);
                if (winner.Count > 0) return End(winner, tie: null);
                var (going, tie) = Last(left);
                if (going.Count == left.Count) return End(going, tie);
                Eliminate(going, tie);
            }
        }

        // Whom this round eliminates.
        private (IReadOnlyList<int> Going, TieBreak? Tie) Last(List<int> left)
        {
            if (rules.EliminateTogether && Hopeless(left) is { Count: > 1 } together) return (together, null);
            var fewest = left.Min(o => votes[o]);
            return ties.Weakest(left.FindAll(o => votes[o] == fewest), history);
        }

        // The longest run of last options who together have fewer votes than the next above them.
        private List<int> Hopeless(List<int> left)
        {
            var (rising, sum, hopeless) = (left.OrderBy(o => votes[o]).ToList(), 0L, 0);
            for (var i = 0; i + 1 < rising.Count; i++)
            {
                sum += votes[rising[i]];
                if (sum < votes[rising[i + 1]]) hopeless = i + 1;
            }
            return rising.GetRange(0, hopeless);
        }

        private void Eliminate(IReadOnlyList<int> going, TieBreak? tie)
        {
            places.InsertRange(0, PlacesOf(going));
            var round = Round([], [], tie);
            history.Add([.. votes.Select(v => (Int128)v)]);
            foreach (var option in going) isIn[option] = false;
            var eliminated = new List<RunoffElimination>();
            foreach (var option in going)
            {
                var (transfers, exhausted) = Deal(piles[option]);
                (votes[option], piles[option]) = (0, []);
                eliminated.Add(new(papers.Options[option], transfers, exhausted));
            }
            rounds.Add(round with { Eliminated = eliminated });
        }

        private (IReadOnlyList<OptionVotes> Transfers, long Exhausted) Deal(IEnumerable<int> pile)
        {
            var (got, exhausted) = (new long[votes.Length], 0L);
            foreach (var paper in pile)
            {
                var (to, weight) = (walk.Next(papers.Codes[paper]), papers.Weights[paper]);
                if (to < 0)
                {
                    inactive[~to] += weight;
                    exhausted += weight;
                    continue;
                }
                piles[to].Add(paper);
                votes[to] += weight;
                got[to] += weight;
            }
            return ([.. papers.Options.Select((o, at) => new OptionVotes(o, got[at])).Where(t => t.Votes > 0)], exhausted);
        }

        private RunoffOutcome End(IReadOnlyList<int> winners, TieBreak? tie)
        {
            var elected = winners.Select(o => papers.Options[o]).ToList();
            rounds.Add(Round(elected, [], tie));
            return new([elected, .. PlacesOf(StillIn.Except(winners)), .. places], rounds);
        }

        private IReadOnlyList<IReadOnlyList<long>> PlacesOf(IEnumerable<int> options) => Places.ByScore(options.Select(o => (papers.Options[o], votes[o])));

        private RunoffRound Round(IReadOnlyList<long> elected, IReadOnlyList<RunoffElimination> eliminated, TieBreak? tie) => new(
            rounds.Count + 1, [.. StillIn.Select(o => new OptionVotes(papers.Options[o], votes[o]))],
            new(inactive[(int)Inactive.Blank], inactive[(int)Inactive.ExhaustedChoices], inactive[(int)Inactive.Overvote],
                inactive[(int)Inactive.SkippedRanks], inactive[(int)Inactive.RepeatedRank]),
            Threshold, elected, eliminated, tie);
    }
}
