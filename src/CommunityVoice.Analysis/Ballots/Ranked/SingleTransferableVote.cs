namespace CommunityVoice.Analysis.Ballots;

/// <summary>
/// Single transferable vote for several winners: each paper counts for its best option still in; whoever reaches the quota is elected, and what they
/// have above it goes to the next choices of their papers; while seats are open and nobody is above the quota, whoever has fewest votes goes out.
/// </summary>
/// <remarks>
/// The variant: Droop quota, that is the whole part of votes / (seats + 1) plus one, over papers that count in round 1; weighted inclusive Gregory
/// transfer (all papers of the elected option go on, each at its own value times surplus / votes, as in Scottish local elections), one surplus a
/// round, the largest first, before any elimination. Values are whole billionths of a vote cut off, in whole-number arithmetic; what is cut off is
/// shown, so that nothing is lost unseen. Options still in are elected without the quota once they are no more than the open seats. Ties go by
/// earlier rounds, then head-to-head comparisons, then lots, so that exactly <c>seats</c> are elected. An option left out on a paper never gets its
/// vote; a rank shared by several options counts for nobody while two of them are in. Source: The Scottish Local Government Elections Order 2011,
/// schedule 1, with nine decimals instead of five. Time grows with different papers times how often each changes hands.
/// </remarks>
public static class SingleTransferableVote
{
    /// <summary>Counts for <paramref name="seats"/> winners; fewer options than that, or no seat, throws an <see cref="ArgumentOutOfRangeException"/>.</summary>
    /// <param name="papers">All papers.</param>
    /// <param name="seats">How many are to be elected.</param>
    /// <param name="lots">The order of lots, best first, every option once; null for the order in which options were given.</param>
    public static StvOutcome Of(RankedPapers papers, int seats, IReadOnlyList<long>? lots = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seats, papers.Options.Count);
        return new Count(papers, seats, lots).Run();
    }

    private sealed class Count
    {
        private const long One = 1_000_000_000;

        private readonly RankedPapers papers;
        private readonly int seats;
        private readonly Ties ties;
        private readonly bool[] isIn;
        private readonly Int128[] votes;
        private readonly List<int>[] piles;
        private readonly long[] values;
        private readonly PaperWalk walk;
        private readonly List<Int128[]> history = [];
        private readonly List<StvRound> rounds = [];
        private readonly List<int> winners = [];
        private readonly List<int> surpluses = [];
        private readonly List<IReadOnlyList<long>> eliminated = [];
        private Int128 exhausted;
        private Int128 lost;
        private long quota;

        public Count(RankedPapers papers, int seats, IReadOnlyList<long>? lots)
        {
            var n = papers.Options.Count;
            (this.papers, this.seats) = (papers, seats);
            ties = new(papers, [TieStep.EarlierRounds, TieStep.Comparisons, TieStep.Lots], lots);
            (isIn, votes, piles) = ([.. Enumerable.Repeat(true, n)], new Int128[n], [.. Enumerable.Range(0, n).Select(_ => new List<int>())]);
            values = [.. Enumerable.Repeat(One, papers.Codes.Length)];
            walk = new(RunoffRules.Default, isIn);
        }

        private List<int> StillIn => [.. Enumerable.Range(0, isIn.Length).Where(o => isIn[o])];

        public StvOutcome Run()
        {
            Deal(Enumerable.Range(0, papers.Codes.Length), One, One);
            quota = (long)(Sum(votes) / One / (seats + 1)) + 1;
            while (true)
            {
                var tally = Tally();
                var (soFar, rounded) = (Votes(exhausted), Votes(lost));
                var (elected, withoutQuota) = Elect();
                var (transfer, tie) = winners.Count == seats ? (null, null) : PassOn();
                rounds.Add(new(rounds.Count + 1, tally, soFar, rounded, Named(elected), Named(withoutQuota), transfer, tie));
                if (transfer is null) return End();
            }
        }

        private (List<int> Elected, List<int> WithoutQuota) Elect()
        {
            var elected = InOrder(StillIn.FindAll(o => votes[o] >= (Int128)quota * One));
            var left = StillIn.Except(elected).ToList();
            var withoutQuota = left.Count <= seats - winners.Count - elected.Count ? InOrder(left) : [];
            elected.AddRange(withoutQuota);
            foreach (var option in elected) isIn[option] = false;
            winners.AddRange(elected);
            surpluses.AddRange(elected.Where(o => votes[o] > (Int128)quota * One));
            return (elected, withoutQuota);
        }

        // Most votes first; lots make every tie break down to one.
        private List<int> InOrder(List<int> options)
        {
            var (rest, ordered) = (options.ToList(), new List<int>());
            while (rest.Count > 0)
            {
                ordered.Add(Best(rest).Option);
                rest.Remove(ordered[^1]);
            }
            return ordered;
        }

        private (int Option, TieBreak? Tie) Best(List<int> options)
        {
            var most = options.Max(o => votes[o]);
            var (chosen, tie) = ties.Strongest(options.FindAll(o => votes[o] == most), history);
            return (chosen[0], tie);
        }

        private (StvTransfer Transfer, TieBreak? Tie) PassOn()
        {
            var isSurplus = surpluses.Count > 0;
            var (option, tie) = isSurplus ? Best(surpluses) : Worst(StillIn);
            history.Add([.. votes]);
            var had = votes[option];
            var keeps = isSurplus ? (Int128)quota * One : 0;
            var (exhaustedBefore, pile) = (exhausted, piles[option]);
            if (isSurplus) surpluses.Remove(option);
            else Eliminate(option);
            piles[option] = [];
            votes[option] = keeps;
            var got = Deal(pile, had - keeps, had);
            var rest = had - keeps - Sum(got) - (exhausted - exhaustedBefore);
            lost += rest;
            return (new(papers.Options[option], isSurplus, Votes(had - keeps), Votes(had), Shares(got, o => got[o] > 0), Votes(exhausted - exhaustedBefore), Votes(rest)), tie);
        }

        private (int Option, TieBreak? Tie) Worst(List<int> options)
        {
            var fewest = options.Min(o => votes[o]);
            var (chosen, tie) = ties.Weakest(options.FindAll(o => votes[o] == fewest), history);
            return (chosen[0], tie);
        }

        private void Eliminate(int option)
        {
            isIn[option] = false;
            eliminated.Insert(0, [papers.Options[option]]);
        }

        // Hands each paper on at its value times surplus / of, cut off to whole billionths.
        private Int128[] Deal(IEnumerable<int> pile, Int128 surplus, Int128 of)
        {
            var got = new Int128[votes.Length];
            foreach (var paper in pile)
            {
                var value = surplus == of ? values[paper] : (long)(values[paper] * surplus / of);
                values[paper] = value;
                var (to, worth) = (walk.Next(papers.Codes[paper]), (Int128)value * papers.Weights[paper]);
                if (to < 0)
                {
                    exhausted += worth;
                    continue;
                }
                piles[to].Add(paper);
                got[to] += worth;
                votes[to] += worth;
            }
            return got;
        }

        private IReadOnlyList<OptionShare> Tally() => Shares(votes, o => isIn[o] || winners.Contains(o));

        private IReadOnlyList<OptionShare> Shares(Int128[] of, Func<int, bool> listed) =>
            [.. Enumerable.Range(0, of.Length).Where(listed).Select(o => new OptionShare(papers.Options[o], Votes(of[o])))];

        private StvOutcome End()
        {
            var ranked = winners.Select(o => (IReadOnlyList<long>)[papers.Options[o]]);
            var unseated = Places.ByScore(StillIn.Select(o => (papers.Options[o], votes[o])));
            return new(Named(winners), [.. ranked, .. unseated, .. eliminated], quota, rounds);
        }

        private IReadOnlyList<long> Named(List<int> options) => [.. options.Select(o => papers.Options[o])];

        private static decimal Votes(Int128 billionths) => (decimal)billionths / One;

        private static Int128 Sum(Int128[] all) => all.Aggregate((Int128)0, (a, b) => a + b);
    }
}
