using CommunityVoice.Analysis;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Places drawn by chance, before and after some people came, and both publications read together, with reports on what was asked there or without.</summary>
/// <remarks>
/// The reader knows the exact totals of both moments, how many took part in several consultations, and that people only came. Left out is what the guard
/// leaves out: where somebody left, nothing binds one moment to the other (<see cref="SnapshotGuardTests"/> attacks changes of either sign), and no more is
/// asked of a number than the reports leave of it by themselves. The time between two publications has tests of its own.
/// </remarks>
public sealed class TwoMomentsAttackTests
{
    private const int Seed = 20261127;

    [Theory]
    [InlineData(0, 80)]
    [InlineData(1, 25)]
    [InlineData(2, 12)]
    public void Nobody_who_keeps_both_works_out_a_few_or_how_many_came(int reports, int places)
    {
        var random = new Random(Seed);
        var drawn = Enumerable.Range(0, places * 20).Select(_ => Place(random, reports));

        var published = drawn.Where(p => IsPublished(p.Was, p.Now)).Take(places).ToList();

        Assert.Equal(places, published.Count);
        foreach (var (was, now) in published)
        {
            if (Leaks(was, now) is [var leak, ..]) Assert.Fail($"{Words(was)} then {Words(now)}: {leak}");
        }
    }

    [Fact]
    public void Some_of_what_is_kept_back_would_have_told()
    {
        var random = new Random(Seed);
        var kept = Enumerable.Range(0, 200).Select(_ => Place(random, reports: 0)).Where(p => !IsPublished(p.Was, p.Now)).ToList();

        Assert.Contains(kept, p => Leaks(p.Was, p.Now).Count > 0);
    }

    private static bool IsPublished(TreeTable was, TreeTable now) => SnapshotGuard.Judge(At(was, 0), At(now, 25)) == SnapshotVerdict.Publish;

    private static Snapshot At(TreeTable table, int hours) => new(table, table.People.Sum(p => p[0]), DateTimeOffset.UnixEpoch.AddHours(hours));

    // Without reports, the first of what would be theirs is the place itself.
    private static (TreeTable Was, TreeTable Now) Place(Random random, int reports)
    {
        int[][] was = [.. Enumerable.Range(0, Math.Max(1, reports)).Select(_ => Row(() => People(random)))];
        int[][] now = [.. was.Select(people => people.Select(n => n + Newcomers(random)).ToArray())];
        var twice = Row(() => random.Next(8) < 6 ? 0 : random.Next(1, 4));
        return reports == 0 ? (Alone(was[0]), Alone(now[0])) : (With(was, twice), With(now, twice));
    }

    private static int[] Row(Func<int> draw) => [.. OtherPagesTests.Names.Select(_ => draw())];

    private static int People(Random random) => random.Next(12) switch { < 4 => 0, < 8 => random.Next(1, 8), _ => random.Next(8, 41) };

    private static int Newcomers(Random random) => random.Next(12) switch { < 9 => 0, < 11 => random.Next(1, 4), _ => random.Next(10, 41) };

    private static TreeTable Alone(int[] people) => new(OtherPagesTests.Names, OtherPagesTests.Parents, [""], [.. people.Select(n => new[] { n })]);

    private static TreeTable With(int[][] asked, int[] twice) => OtherPagesTests.Table(asked, [OtherPagesTests.OfAll, OtherPagesTests.OfNorth], twice);

    private static IReadOnlyList<string> Leaks(TreeTable was, TreeTable now)
    {
        var (read, truth) = (new Readings(), new Dictionary<string, int>(StringComparer.Ordinal));
        OtherPagesTests.Tell(read, truth, "before ", was, Disclosure.Protect(was));
        OtherPagesTests.Tell(read, truth, "after ", now, Disclosure.Protect(now));
        for (var r = 0; r < was.Rows.Count; r++)
        {
            string[] counted = [$"lives/{r}", .. Enumerable.Range(0, was.Others.Count).Select(i => $"{i}/{r}")];
            foreach (var who in counted)
            {
                truth[$"came {who}"] = truth[$"after {who}"] - truth[$"before {who}"];
                read.AddUp($"after {who}", $"before {who}", $"came {who}");
            }
            read.Change($"came lives/{r}");
        }
        return read.Leaks(cell => truth[cell]);
    }

    private static string Words(TreeTable table) => string.Join(" | ", table.Others.Select(o => string.Join(' ', o.People)).Prepend(string.Join(' ', table.People.Select(p => p[0]))));
}
