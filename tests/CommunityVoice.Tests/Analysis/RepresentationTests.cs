using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Representation;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>How like the place those are who took part, and weights towards it.</summary>
public sealed class RepresentationTests
{
    [Fact]
    public void The_three_measures_of_a_small_example()
    {
        // Rates 10/100, 30/100, 20/200: 0.1, 0.3, 0.1, mean 1/6; shares of people ¼ ¼ ½ and of participants 1/6 1/2 1/3.
        var likeness = Likeness.Of([new("young", 10, 100), new("middle", 30, 100), new("old", 20, 200)]);

        Assert.Equal(1 / 3.0, likeness.MinToMax!.Value, 12);
        Assert.Equal(0.6, likeness.MinToMean!.Value, 12);
        Assert.Equal(1 / 6.0 + 1 / 4.0 + 1 / 3.0, likeness.Similarity!.Value, 12);
        Assert.Equal(("young", "middle"), (likeness.Lowest, likeness.Highest));
    }

    [Fact]
    public void A_category_where_nobody_lives_has_no_rate_and_is_named()
    {
        var likeness = Likeness.Of([new("here", 10, 100), new("there", 20, 100), new("visitors", 10, 0), new("nowhere", 0, 0)]);

        Assert.Equal(0.5, likeness.MinToMax);
        Assert.Equal(0.25 + 0.5, likeness.Similarity!.Value, 12);
        Assert.Equal(["visitors"], likeness.WithoutPopulation);
    }

    [Fact]
    public void Where_nobody_took_part_there_is_nothing_to_measure_and_where_nobody_lives_it_is_refused()
    {
        Assert.Equal((null, null, null), Measures(Likeness.Of([new("A", 0, 10)])));
        Assert.Equal((null, null, 0.0), Measures(Likeness.Of([new("A", 0, 10), new("B", 5, 0)])));
        Assert.Equal((0.0, 0.0, 0.5), Measures(Likeness.Of([new("A", 0, 10), new("B", 5, 10)])));
        Assert.Throws<ArgumentException>(() => Likeness.Of([]));
        Assert.Throws<ArgumentException>(() => Likeness.Of([new("A", 5, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Likeness.Of([new("A", -1, 10)]));

        static (double?, double?, double?) Measures(Likeness of) => (of.MinToMax, of.MinToMean, of.Similarity);
    }

    [Fact]
    public void Raking_by_one_margin_is_population_share_over_share_of_participants()
    {
        // 6 young of 8, and a place half young: 4/6 each, and 4/2 each.
        var raked = Raking.Of(People(6, 2), [new("age", [500, 500])]);

        Assert.True(raked.Converged);
        Assert.All(raked.Weights.Take(6), w => Assert.Equal(2 / 3.0, w, 9));
        Assert.All(raked.Weights.Skip(6), w => Assert.Equal(2, w, 9));
        Assert.Equal(64 / (6 * 4 / 9.0 + 8), raked.EffectiveSize, 9);
    }

    [Fact]
    public void Raking_by_two_margins_meets_both_and_keeps_the_odds()
    {
        // Cells 20 10 / 10 10 to margins 50:50 and 50:50 of 50. The odds ratio 2 stays, so a²/(25−a)² = 2.
        var people = Repeat(20, 0, 0).Concat(Repeat(10, 0, 1)).Concat(Repeat(10, 1, 0)).Concat(Repeat(10, 1, 1)).ToList();
        var raked = Raking.Of(people, [new("age", [1, 1]), new("area", [3, 3])]);

        var corner = 25 * Math.Sqrt(2) / (1 + Math.Sqrt(2));
        Assert.True(raked.Converged);
        Assert.Equal(corner / 20, raked.Weights[0], 5);
        Assert.Equal((25 - corner) / 10, raked.Weights[20], 5);
    }

    [Fact]
    public void No_weight_is_above_five_and_it_is_said_when_that_falls_short()
    {
        // 2 of 100 stand for half the place: 25 each without the cap.
        var raked = Raking.Of(People(98, 2), [new("age", [1, 1])]);

        Assert.All(raked.Weights.Skip(98), w => Assert.Equal(5, w, 9));
        Assert.All(raked.Weights.Take(98), w => Assert.Equal(90 / 98.0, w, 9));
        Assert.False(raked.Converged);
        Assert.Equal(0.4, raked.LargestGap, 9);
        Assert.Equal(2, raked.Capped);
    }

    [Fact]
    public void Categories_without_participants_are_named_and_those_without_population_keep_their_share()
    {
        var raked = Raking.Of([[0], [0], [1], [2], [null]], [new("age", [30, 30, 0, 40])]);

        Assert.Equal([new Unheard("age", 3, 0.4)], raked.NotRepresentable);
        Assert.Equal([0.75, 0.75, 1.5, 1, 1], raked.Weights.Select(w => Math.Round(w, 9)));
        Assert.Empty(Raking.Of([], [new("age", [1, 1])]).Weights);
    }

    [Fact]
    public void A_margin_without_people_a_place_outside_it_and_a_cap_of_one_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Raking.Of([[0]], [new("age", [0, 0])]));
        Assert.Throws<ArgumentException>(() => Raking.Of([[2]], [new("age", [1, 1])]));
        Assert.Throws<ArgumentException>(() => Raking.Of([[0, 0]], [new("age", [1, 1])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Of([[0]], [new("age", [1, 1])], cap: 1));
    }

    [Fact]
    public void Weights_are_above_nought_capped_of_mean_one_and_meet_margins_that_the_cap_lets_them()
    {
        var people = Gen.Choose(0, 2).SelectMany(a => Gen.Choose(0, 3).Select(b => (IReadOnlyList<int?>)[a, b])).ListOf(60);
        var margins = Gen.Choose(1, 20).Select(p => (double)p).ArrayOf(3).SelectMany(a => Gen.Choose(1, 20).Select(p => (double)p).ArrayOf(4).Select(b => new Margin[] { new("a", a), new("b", b) }));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(people.SelectMany(p => margins.Select(m => (p, m))).ToArbitrary(), given =>
        {
            var raked = Raking.Of([.. given.p], given.m);
            Assert.All(raked.Weights, w => Assert.InRange(w, double.Epsilon, Raking.Cap + 1e-9));
            Assert.Equal(1, raked.Weights.Average(), 9);
            Assert.InRange(raked.EffectiveSize, 1, raked.Weights.Count);
            // Where a pair of categories is empty, both margins may be out of reach together.
            if (raked.Capped == 0 && given.p.DistinctBy(x => (x[0], x[1])).Count() == 12) Assert.True(raked.Converged, $"gap {raked.LargestGap} after {raked.Rounds}");
        }));
    }

    [Fact]
    public void Margins_that_contradict_each_other_leave_nobody_without_a_weight()
    {
        // Four in five are to be of the first kind in one margin, whom only one in five of the other margin can supply.
        IReadOnlyList<IReadOnlyList<int?>> people = [.. Enumerable.Repeat(new int?[] { 0, 0 }, 20), .. Enumerable.Repeat(new int?[] { 1, 1 }, 20), .. Enumerable.Repeat(new int?[] { 0, 1 }, 20)];

        var raked = Raking.Of(people, [new("a", [1, 4]), new("b", [4, 1])], cap: 50);

        Assert.False(raked.Converged);
        Assert.All(raked.Weights, w => Assert.True(w > 0));
        Assert.Equal(1, raked.Weights.Average(), 9);
    }

    [Fact]
    public void Margins_like_the_participants_leave_every_weight_at_one()
    {
        var raked = Raking.Of(People(30, 10), [new("age", [3000, 1000])]);

        Assert.All(raked.Weights, w => Assert.Equal(1, w, 12));
        Assert.Equal(40, raked.EffectiveSize, 9);
        Assert.Equal(0, raked.Rounds);
    }

    [Fact]
    public void A_weighted_share_has_the_interval_of_its_effective_size()
    {
        // Weights 2/3 six times and 2 twice, of whom both of the latter chose: share ½ of 6 people's worth.
        var share = WeightedShare.Of([.. Enumerable.Repeat((2 / 3.0, false), 6), .. Enumerable.Repeat((2.0, true), 2)]);

        Assert.Equal(0.5, share.Share!.Value, 12);
        Assert.Equal(6, share.EffectiveSize, 9);
        Assert.Equal(WilsonInterval.Of(3, 6).Low, share.Interval.Low, 9);
        Assert.Equal(new(null, 0, new(0, 1)), WeightedShare.Of([]));
        var plain = WeightedShare.Of([.. Enumerable.Repeat((1.0, true), 90), .. Enumerable.Repeat((1.0, false), 10)]);
        Assert.Equal(0.8256, plain.Interval.Low, 4);
    }

    [SharedDataFact]
    public void Those_drawn_too_young_and_too_northern_are_weighted_to_Trafford()
    {
        string[] bands = ["aged_0_to_15", "aged_16_to_64", "aged_65_and_over"];
        var (wards, ages, all) = (new List<double>(), new double[3], 0.0);
        using var csv = CsvReader.FromFile(Path.Combine(Repository.SharedData!, "place-trafford", "population", "mid-year_2024_population_estimates_ward.csv"), new CsvReaderOptions { Separator = ',', HasHeader = true });
        while (csv.Read())
        {
            if (csv.GetString("sex") != "Persons") continue;
            wards.Add(double.Parse(csv.GetString("all_ages")!, CultureInfo.InvariantCulture));
            all += wards[^1];
            for (var b = 0; b < 3; b++) ages[b] += double.Parse(csv.GetString(bands[b])!, CultureInfo.InvariantCulture);
        }
        Assert.Equal((21, 241_025), (wards.Count, all));
        Assert.Equal([50_230, 148_280, 42_515], ages);

        // Twelve hundred people: the older half as likely as the middle, the first wards twice as likely as the last.
        var random = new Random(20);
        var people = Enumerable.Range(0, 1200).Select(_ => (IReadOnlyList<int?>)[Draw(random, [ages[0] * 0.5, ages[1], ages[2] * 0.5]), Draw(random, [.. wards.Select((p, i) => p * (2 - i / 20.0))])]).ToList();
        var raked = Raking.Of(people, [new("age", ages), new("ward", wards)]);

        Assert.True(raked.Converged, $"gap {raked.LargestGap} after {raked.Rounds} rounds");
        for (var b = 0; b < 3; b++) Assert.Equal(ages[b] / all, people.Index().Where(p => p.Item[0] == b).Sum(p => raked.Weights[p.Index]) / 1200, 5);
        Assert.InRange(raked.EffectiveSize, 700, 1199);
        var raw = Likeness.Of([.. ages.Select((p, b) => new CategoryCount(bands[b], people.Count(x => x[0] == b), p))]);
        Assert.InRange(raw.MinToMax!.Value, 0.35, 0.65);
        Assert.Equal("aged_16_to_64", raw.Highest);
        Assert.InRange(raw.Similarity!.Value, 0.8, 0.95);
    }

    private static int Draw(Random random, double[] chances)
    {
        var at = random.NextDouble() * chances.Sum();
        for (var i = 0; i < chances.Length; i++)
        {
            if ((at -= chances[i]) < 0) return i;
        }
        return chances.Length - 1;
    }

    private static List<IReadOnlyList<int?>> People(int first, int second) => [.. Repeat(first, 0), .. Repeat(second, 1)];

    private static IEnumerable<IReadOnlyList<int?>> Repeat(int times, params int[] places) => Enumerable.Repeat<IReadOnlyList<int?>>([.. places.Select(p => (int?)p)], times);
}
