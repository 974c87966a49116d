namespace CommunityVoice.Analysis.Patterns;

/// <summary>Many first casts in a short time: from and to, how many, and how many the busier hours of the same vote would bring in that time.</summary>
public sealed record CastBurst(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<int> Papers, double Usual);

/// <summary>Finds times at which far more people chose for the first time than the vote's own busier hours would bring.</summary>
/// <remarks>
/// Ten minutes with <c>k</c> casts stand out when <c>k</c> is ten or more, three times what is usual, and a steady stream at the usual rate <c>u</c>
/// would bring as many less than once in a thousand votes: Chernoff's bound on a Poisson tail, <c>exp(k - u - k·ln(k/u))</c>, times the number of
/// casts, below 0.001. Usual is the larger of two means, each without what it is compared with: of the busier quarter of all hours with casts, so
/// that day and night are not taken for a burst, and of the three hours before and after, so that a busy first day is none. A vote with casts in fewer than five other hours has no usual rate: nothing is said.
/// A burst is no proof of anything: a letter, a meeting or a class brings one too (rule R-F33). Time grows with n log n.
/// </remarks>
public static class CastBursts
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Neighbourhood = TimeSpan.FromHours(3);

    private const int Fewest = 10;
    private const int FewestHours = 5;
    private const double Rare = 0.001;

    /// <summary>The bursts among first casts, in the order of time; papers are named by their place in the list.</summary>
    public static IReadOnlyList<CastBurst> Find(IReadOnlyList<DateTimeOffset> firstCasts)
    {
        var order = Enumerable.Range(0, firstCasts.Count).OrderBy(i => firstCasts[i]).ThenBy(i => i).ToList();
        var at = order.ConvertAll(i => firstCasts[i]);
        var rates = new BusierHours(at);
        var (found, last) = (new List<(int From, int To, double Usual)>(), 0);
        for (var first = 0; first < at.Count; first++)
        {
            while (last + 1 < at.Count && at[last + 1] - at[first] < Window) last++;
            var count = last - first + 1;
            if (count < Fewest || rates.Usual(at[first], at[last]) is not { } busier) continue;
            var usual = Math.Max(busier, Around(at, first, last));
            if (!StandsOut(count, usual, at.Count)) continue;
            // Windows that touch are one burst.
            if (found is [.., var before] && first <= before.To + 1) found[^1] = (before.From, last, Math.Min(before.Usual, usual));
            else found.Add((first, last, usual));
        }
        return found.ConvertAll(b => new CastBurst(at[b.From], at[b.To], order.GetRange(b.From, b.To - b.From + 1), b.Usual));
    }

    // Casts in one window of the hours just before and after.
    private static double Around(List<DateTimeOffset> at, int first, int last)
    {
        var (from, to) = (Before(at, at[first] - Neighbourhood), Before(at, at[last] + Neighbourhood));
        return (to - from - (last - first + 1)) * (Window / (2 * Neighbourhood));
    }

    // How many casts came before a moment.
    private static int Before(List<DateTimeOffset> at, DateTimeOffset moment)
    {
        var (low, high) = (0, at.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (at[middle] < moment) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static bool StandsOut(int count, double usual, int casts) =>
        count >= 3 * usual && Math.Exp(count - usual - count * Math.Log(count / usual)) * casts < Rare;

    /// <summary>How many casts each hour had, the busiest first.</summary>
    private sealed class BusierHours
    {
        private readonly Dictionary<long, int> casts;
        private readonly List<int> sorted;
        private readonly List<long> sums = [0];

        public BusierHours(List<DateTimeOffset> at)
        {
            casts = at.CountBy(Hour).ToDictionary();
            sorted = [.. casts.Values.OrderDescending()];
            foreach (var count in sorted) sums.Add(sums[^1] + count);
        }

        /// <summary>Casts in one window of the busier quarter of other hours; none where there are too few others.</summary>
        public double? Usual(DateTimeOffset from, DateTimeOffset to)
        {
            var own = new[] { Hour(from), Hour(to) }.Distinct().Select(h => casts[h]).OrderDescending().ToList();
            var others = sorted.Count - own.Count;
            if (others < FewestHours) return null;
            var (take, without) = ((others + 3) / 4, 0L);
            var count = take;
            // Hours of the same count are interchangeable, so it is enough to know how large the smallest taken is.
            foreach (var hour in own)
            {
                if (hour < sorted[count - 1]) continue;
                (count, without) = (count + 1, without + hour);
            }
            return (double)(sums[count] - without) / take * (Window / TimeSpan.FromHours(1));
        }

        private static long Hour(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerHour;
    }
}
