using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The same counts at two moments, attacked by somebody who keeps both publications.</summary>
public sealed class SnapshotGuardTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly bool[] Readers = [true, false];

    [Fact]
    public void The_first_snapshot_needs_ten_papers()
    {
        Assert.Equal(SnapshotVerdict.TooSoon, SnapshotGuard.Judge(null, At(0, [5, 4])));
        Assert.Equal(SnapshotVerdict.Publish, SnapshotGuard.Judge(null, At(0, [5, 5])));
    }

    [Fact]
    public void A_new_one_needs_ten_papers_more_or_a_day()
    {
        Assert.Equal(SnapshotVerdict.TooSoon, SnapshotGuard.Judge(At(0, [50, 60, 70]), At(23, [54, 63, 72])));
        Assert.Equal(SnapshotVerdict.Publish, SnapshotGuard.Judge(At(0, [50, 60, 70]), At(24, [54, 63, 72])));
        Assert.Equal(SnapshotVerdict.Publish, SnapshotGuard.Judge(At(0, [50, 60, 70]), At(1, [54, 63, 73])));
    }

    [Fact]
    public void One_newcomer_who_tips_the_rounding_is_not_told()
    {
        // 52 reads "about 50" and 53 "about 55": with one paper more in all, that paper is the North's.
        Assert.Equal(SnapshotVerdict.TellsOfAFew, SnapshotGuard.Judge(At(0, [52, 60, 70]), At(24, [53, 60, 70])));
        Assert.Equal(SnapshotVerdict.Publish, SnapshotGuard.Judge(At(0, [50, 60, 70]), At(24, [51, 60, 70])));
        Assert.Equal(0, Change([52, 60, 70], [53, 60, 70], 0), 6);
    }

    [Fact]
    public void Another_table_is_refused() => Assert.Throws<ArgumentException>(() =>
        SnapshotGuard.Judge(At(0, [50, 60]), At(24, [50, 60, 70])));

    [Fact]
    public void Shares_by_group_are_judged_option_by_option()
    {
        static Snapshot Shares(int hours, int north) => new(new ShareTable(["A", "B"], [new("North", 60, [north, 20]), new("South", 70, [30, 40]), new("West", 50, [20, 20])]), 180, Monday.AddHours(hours));

        Assert.Equal(SnapshotVerdict.TellsOfAFew, SnapshotGuard.Judge(Shares(0, 32), Shares(24, 33)));
        Assert.Equal(SnapshotVerdict.Publish, SnapshotGuard.Judge(Shares(0, 30), Shares(24, 31)));
    }

    [Fact]
    public void Nobody_who_keeps_both_works_out_a_hidden_count_or_a_small_change()
    {
        var rows = DisclosureAttackTests.Count.SelectMany(was => Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 9)), (2, Gen.Choose(10, 30)), (1, Gen.Choose(-5, -1)))
            .Select(change => (was, now: Math.Max(0, was + change)))).ArrayOf(5);
        var published = 0;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1200), Prop.ForAll(rows.ToArbitrary(), table =>
        {
            var (was, now) = (At(0, [.. table.Select(r => r.was)]), At(24, [.. table.Select(r => r.now)]));
            if (SnapshotGuard.Judge(was, now) != SnapshotVerdict.Publish) return;
            published++;
            AssertWithstands((CountTable)was.Counts, (CountTable)now.Counts);
        }));
        Assert.True(published > 120, $"Only {published} were let through to be attacked.");
    }

    [Fact]
    public void Nor_in_tables_by_two_dimensions()
    {
        var cells = DisclosureAttackTests.Count.SelectMany(was => Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 9)), (2, Gen.Choose(10, 30))).Select(more => (was, now: was + more)));
        var published = 0;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(cells.ArrayOf(3).ArrayOf(3).ToArbitrary(), table =>
        {
            var was = DisclosureAttackTests.Table([.. table.Select(r => r.Select(c => c.was).ToArray())], KnownTotals.Grand);
            var now = DisclosureAttackTests.Table([.. table.Select(r => r.Select(c => c.now).ToArray())], KnownTotals.Grand);
            if (SnapshotGuard.Judge(new(was, 100, Monday), new(now, 110, Monday)) != SnapshotVerdict.Publish) return;
            published++;
            AssertWithstands(was, now);
        }));
        Assert.True(published > 25, $"Only {published} were let through to be attacked.");
    }

    private static void AssertWithstands(CountTable was, CountTable now)
    {
        foreach (var told in Readers)
        {
            var (attack, open) = (new Attack(was, now, told, open: false), new Lazy<Attack>(() => new(was, now, told, open: true)));
            foreach (var (unknown, what) in attack.Secrets)
            {
                var width = attack.Program.Width(unknown);
                if (width < 2 - 1e-6 && width < open.Value.Program.Width(unknown) - 1e-6)
                    Assert.Fail($"{Words(was)} then {Words(now)}: {what} is known to within {width}, told {told}.");
            }
        }
    }

    private static double Change(int[] was, int[] now, int row)
    {
        var attack = new Attack((CountTable)At(0, was).Counts, (CountTable)At(24, now).Counts, told: false, open: false);
        return attack.Program.Width(attack.Changes[row]);
    }

    private static string Words(CountTable table) => string.Join(" / ", table.People.Select(r => string.Join(' ', r)));

    private static Snapshot At(int hours, int[] rows) =>
        new(DisclosureAttackTests.Table([.. rows.Select(r => new[] { r })], KnownTotals.Grand), rows.Sum(), Monday.AddHours(hours));

    /// <summary>Both publications and, where nobody can have left, that every count only rose.</summary>
    private sealed class Attack
    {
        public Attack(CountTable was, CountTable now, bool told, bool open)
        {
            var (before, after) = (Published.Of(was), Published.Of(now));
            var (first, second) = (before.AddTo(Program, told, open), after.AddTo(Program, told, open));
            foreach (var hidden in before.Hidden) Secrets.Add((first + hidden, $"count {hidden} before"));
            foreach (var hidden in after.Hidden) Secrets.Add((second + hidden, $"count {hidden} after"));
            var (before1, after1) = (before.Truths, after.Truths);
            var onlyRose = before1.Zip(after1).All(c => c.First <= c.Second);
            for (var i = 0; i < before1.Count; i++)
            {
                // A change of either sign is an unknown with a large number added, so that it stays above nought.
                var change = Program.Unknown(onlyRose ? 1e4 : 0, LinearProgram.Endless);
                Changes.Add(change);
                Program.Sum(1e4, (change, 1), (second + i, -1), (first + i, 1));
                if (Math.Abs(after1[i] - before1[i]) is >= 1 and <= 9) Secrets.Add((change, $"change {i}"));
            }
        }

        public LinearProgram Program { get; } = new();
        public List<int> Changes { get; } = [];
        public List<(int Unknown, string What)> Secrets { get; } = [];
    }
}
