namespace CommunityVoice.Analysis.Ballots;

/// <summary>What one option got.</summary>
/// <param name="Option">The option.</param>
/// <param name="HalfPoints">Twice its points: shared ranks give half points, so this is a whole number and exact.</param>
/// <param name="RankedBy">Papers that rank it.</param>
/// <param name="FirstOn">Papers that rank it first, alone or with others.</param>
public sealed record BordaScore(long Option, long HalfPoints, long RankedBy, long FirstOn)
{
    public decimal Points => HalfPoints / 2m;
}

/// <summary>The result of a Borda count: places in order, options with the same points in one place, and every score in the order of options.</summary>
public sealed record BordaOutcome(IReadOnlyList<IReadOnlyList<long>> Places, IReadOnlyList<BordaScore> Scores);

/// <summary>Borda's count: with n options the first on a paper gets n points, the next n − 1, and so on down to 1.</summary>
/// <remarks>
/// Source: J.-C. de Borda, "Mémoire sur les élections au scrutin" (1781). Options of one rank share the points of the places they take up equally;
/// options left out share the last places in the same way. So every paper gives n(n + 1)/2 points in all, however much of it is filled in.
/// A total beyond a <see cref="long"/> throws an <see cref="OverflowException"/>. Time grows with different papers times options.
/// </remarks>
public static class Borda
{
    public static BordaOutcome Of(RankedPapers papers)
    {
        var n = papers.Options.Count;
        var (points, ranked, first) = (new long[n], new long[n], new long[n]);
        var order = new List<int>();
        var seen = new bool[n];
        for (var i = 0; i < papers.Codes.Length; i++)
        {
            var (code, weight, groupStart) = (papers.Codes[i], papers.Weights[i], 0);
            order.Clear();
            Array.Clear(seen);
            foreach (var mark in code)
            {
                if ((mark & RankedPapers.Together) == 0) Close();
                var option = mark & ~RankedPapers.Together;
                if (option >= n || seen[option]) continue; // a skipped rank, an overvote without names, or named before
                seen[option] = true;
                order.Add(option);
            }
            Close();
            var rankedHere = order.Count;
            for (var option = 0; option < n; option++)
            {
                if (!seen[option]) order.Add(option);
            }
            Close(leftOut: true);

            // Places s+1 to e carry n−s down to n−e+1 points; twice their mean is the sum of the two ends.
            void Close(bool leftOut = false)
            {
                var end = order.Count;
                for (var at = groupStart; at < end; at++)
                {
                    var option = order[at];
                    points[option] = checked(points[option] + weight * (n - groupStart + n - end + 1));
                    if (leftOut) continue;
                    ranked[option] += weight;
                    if (groupStart == 0) first[option] += weight;
                }
                groupStart = end;
            }
        }
        var scores = papers.Options.Select((o, at) => new BordaScore(o, points[at], ranked[at], first[at])).ToList();
        return new(Ballots.Places.ByScore(scores.Select(s => (s.Option, s.HalfPoints))), scores);
    }
}
