namespace CommunityVoice.Analysis.Opinion;

/// <summary>The two directions in which people's votes differ most: a principal component analysis of a sparse table of votes.</summary>
/// <remarks>
/// A vote not cast is taken as the mean of those cast on its statement and each column is centred by that mean, so a missing vote adds nothing and
/// only votes cast are ever touched (Small et al. 2021, "Polis: Scaling deliberation by mapping high dimensional opinion spaces";
/// <c>methods.md</c> section 1, steps 4 and 5). The directions are the first eigenvectors of XᵀX, found by block power iteration with
/// Rayleigh–Ritz steps (Golub and Van Loan, "Matrix Computations", section 8.2) from a fixed start: four directions are turned together and the
/// first two kept, which settles much sooner than one direction after another. One starts as all ones; the others in fixed odd directions,
/// because all ones alone is at right angles to the answer where statements come in opposites. One thread, a fixed order of summation, and only
/// the operations that IEEE 754 rounds correctly (+ - × ÷ √), none of them fused, so that every machine gets the same bits.
/// </remarks>
internal sealed class PrincipalComponents
{
    private const int Block = 4;
    private const int MostRounds = 300;
    private const double Settled = 1e-9;
    private const double NoLength = 1e-12;

    private PrincipalComponents(double[] centre, int votedOn) =>
        (Centre, VotedOn, First, Second) = (centre, votedOn, new double[centre.Length], new double[centre.Length]);

    /// <summary>The mean of the votes cast on each statement.</summary>
    public double[] Centre { get; }

    /// <summary>How many statements anybody voted on.</summary>
    public int VotedOn { get; }

    /// <summary>The loading of each statement on the first direction: of length 1, or all 0 where nobody differs.</summary>
    public double[] First { get; }

    /// <summary>The same on the second; all 0 where people differ in one direction only.</summary>
    public double[] Second { get; }

    /// <summary>Whether people differ at all.</summary>
    public bool TellsPeopleApart { get; private set; }

    public static PrincipalComponents Of(VoteRows rows)
    {
        var (centre, votedOn) = Means(rows);
        var found = new PrincipalComponents(centre, votedOn);
        var deviation = new double[3 * rows.Columns];
        for (var code = 0; code < deviation.Length; code++) deviation[code] = code % 3 - 1 - centre[code / 3];

        var basis = Start(rows.Columns);
        Orthonormalise(basis);
        var image = new double[basis.Length];
        var values = new double[Block];
        for (var round = 0; round < MostRounds; round++)
        {
            Multiply(rows, deviation, basis, image);
            values = RayleighRitz(basis, image);
            if (values[0] <= NoLength) return found;
            if (Residual(basis, image, values, 0) <= Settled * values[0] && Residual(basis, image, values, 1) <= Settled * values[0]) break;
            image.CopyTo(basis, 0);
            Orthonormalise(basis);
        }
        found.TellsPeopleApart = true;
        Take(basis, 0, found.First);
        if (values[1] > NoLength * values[0]) Take(basis, 1, found.Second);
        return found;
    }

    private static (double[] Means, int VotedOn) Means(VoteRows rows)
    {
        var (sum, seen) = (new long[rows.Columns], new long[rows.Columns]);
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var code in rows.CodesOf(row))
            {
                sum[code / 3] += (code % 3 - 1) * rows.Weight[row];
                seen[code / 3] += rows.Weight[row];
            }
        }
        return ([.. sum.Zip(seen, (s, n) => n == 0 ? 0 : (double)s / n)], seen.Count(n => n > 0));
    }

    private static double[] Start(int columns)
    {
        var start = new double[columns * Block];
        for (var n = 0; n < start.Length; n++) start[n] = n % Block == 0 ? 1 : Scatter((ulong)n);
        return start;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014): a fixed number between -1 and 1 for each place.
    private static double Scatter(ulong place)
    {
        var z = unchecked((place + 1) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return ((z ^ (z >> 31)) >> 11) * (2.0 / (1UL << 53)) - 1;
    }

    // image := XᵀX · basis. Each direction's products are laid out once per kind of vote, so that a row is only look-ups and sums.
    private static void Multiply(VoteRows rows, double[] deviation, double[] basis, double[] image)
    {
        var (product, back) = (new double[deviation.Length * Block], new double[deviation.Length * Block]);
        for (var code = 0; code < deviation.Length; code++)
        {
            for (var b = 0; b < Block; b++) product[code * Block + b] = deviation[code] * basis[code / 3 * Block + b];
        }
        for (var row = 0; row < rows.Count; row++)
        {
            var codes = rows.CodesOf(row);
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            foreach (var code in codes)
            {
                var p = product.AsSpan(code * Block, Block);
                s0 += p[0];
                s1 += p[1];
                s2 += p[2];
                s3 += p[3];
            }
            double weight = rows.Weight[row];
            (s0, s1, s2, s3) = (s0 * weight, s1 * weight, s2 * weight, s3 * weight);
            foreach (var code in codes)
            {
                var p = back.AsSpan(code * Block, Block);
                p[0] += s0;
                p[1] += s1;
                p[2] += s2;
                p[3] += s3;
            }
        }
        Array.Clear(image);
        for (var code = 0; code < deviation.Length; code++)
        {
            for (var b = 0; b < Block; b++) image[code / 3 * Block + b] += deviation[code] * back[code * Block + b];
        }
    }

    // Turns basis and image within the space they span so that each direction is as good an eigenvector as the space holds, the largest first.
    private static double[] RayleighRitz(double[] basis, double[] image)
    {
        var small = new double[Block, Block];
        for (var a = 0; a < Block; a++)
        {
            for (var b = 0; b <= a; b++) small[a, b] = small[b, a] = (Dot(basis, a, image, b) + Dot(basis, b, image, a)) / 2;
        }
        var (values, turn) = SymmetricEigen.Of(small);
        Turn(basis, turn);
        Turn(image, turn);
        return values;
    }

    private static void Turn(double[] directions, double[,] turn)
    {
        var turned = new double[Block];
        for (var at = 0; at < directions.Length; at += Block)
        {
            Array.Clear(turned);
            for (var to = 0; to < Block; to++)
            {
                for (var from = 0; from < Block; from++) turned[to] += directions[at + from] * turn[from, to];
            }
            turned.CopyTo(directions, at);
        }
    }

    private static double Residual(double[] basis, double[] image, double[] values, int direction)
    {
        double sum = 0;
        for (var at = direction; at < basis.Length; at += Block)
        {
            var rest = image[at] - values[direction] * basis[at];
            sum += rest * rest;
        }
        return Math.Sqrt(sum);
    }

    // Gram–Schmidt, twice over for accuracy; a direction that holds nothing new becomes nought.
    private static void Orthonormalise(double[] directions)
    {
        for (var a = 0; a < Block; a++)
        {
            var before = Math.Sqrt(Dot(directions, a, directions, a));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var b = 0; b < a; b++)
                {
                    var along = Dot(directions, b, directions, a);
                    for (var at = 0; at < directions.Length; at += Block) directions[at + a] -= along * directions[at + b];
                }
            }
            var length = Math.Sqrt(Dot(directions, a, directions, a));
            var scale = length <= NoLength * before || length == 0 ? 0 : 1 / length;
            for (var at = 0; at < directions.Length; at += Block) directions[at + a] *= scale;
        }
    }

    private static double Dot(double[] left, int a, double[] right, int b)
    {
        double sum = 0;
        for (var at = 0; at < left.Length; at += Block) sum += left[at + a] * right[at + b];
        return sum;
    }

    // An eigenvector's sign is free: the strongest statement points up, the first of those as strong within a millionth.
    private static void Take(double[] basis, int direction, double[] loadings)
    {
        double strongest = 0;
        for (var n = 0; n < loadings.Length; n++)
        {
            loadings[n] = basis[n * Block + direction];
            strongest = Math.Max(strongest, Math.Abs(loadings[n]));
        }
        var leads = Array.FindIndex(loadings, l => Math.Abs(l) >= strongest * (1 - 1e-6));
        if (loadings[leads] >= 0) return;
        for (var n = 0; n < loadings.Length; n++) loadings[n] = -loadings[n];
    }
}
