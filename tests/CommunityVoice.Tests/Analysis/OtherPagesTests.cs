using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Where the people of a place live, and the reports on what was asked within it, read together by somebody who knows besides how many took part in several.</summary>
public sealed class OtherPagesTests
{
    // Two parts with two wards each, whoever said no more than the place, from elsewhere, and who did not say.
    internal static readonly string[] Names = ["north", "south", "tarn", "scar", "weir", "gate", "no more said", "elsewhere", "not said"];
    internal static readonly int?[] Parents = [null, null, 0, 0, 1, 1, null, null, null];

    // A question to all of the place; one to a part, whose report tells the other part together with elsewhere.
    internal static readonly OtherGroup[] OfAll = [.. Names.Select((_, r) => new OtherGroup([r], IsLeftOutAtNought: r is 0 or 1 or > 5))];
    internal static readonly OtherGroup[] OfNorth = [new([0], true), new([2]), new([3]), new([8], true), new([1, 4, 5, 6, 7], true)];

    [Fact]
    public void Pages_protected_apart_tell_of_a_few()
    {
        var apart = Table([[7, 6, 0, 0, 6, 6, 0, 4, 0], [0, 0, 0, 31, 0, 2, 17, 33, 0]], [OfAll, OfNorth], [0, 0, 0, 0, 0, 0, 0, 0, 0]);

        Assert.NotEmpty(Leaks(apart, Disclosure.Protect(apart with { Others = [] })));
        Assert.Empty(Leaks(apart, Disclosure.Protect(apart)));
    }

    [Fact]
    public void What_no_report_tells_of_stays_as_it_would_be_without()
    {
        var table = Table([[0, 0, 30, 41, 26, 54, 22, 37, 15], [0, 0, 20, 31, 64, 43, 11, 24, 50]], [OfAll, OfAll], [0, 0, 0, 4, 0, 0, 0, 0, 0]);

        Assert.Equal(Disclosure.Protect(table with { Others = [] }).Cells.Select(r => r[0].Words), Disclosure.Protect(table).Cells.Select(r => r[0].Words));
    }

    [Fact]
    public void A_report_counts_everybody_in_one_of_its_groups()
    {
        var table = Table([[0, 0, 30, 41, 26, 54, 22, 37, 15]], [[.. OfAll.Skip(3)]], [0, 0, 0, 0, 0, 0, 0, 0, 0]);

        Assert.Throws<ArgumentException>(() => Disclosure.Protect(table));
    }

    [Fact]
    public void What_a_report_said_before_counts_too_when_numbers_come_anew()
    {
        var before = Table([[0, 0, 12, 31, 26, 54, 22, 37, 15], [0, 0, 20, 31, 64, 43, 11, 24, 50]], [OfAll, OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var people = before.Others.Select(o => o.People.ToArray()).ToArray();
        people[0][2] += 1;
        var one = Table(people, [OfAll, OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
        people[0] = [.. people[0].Select(n => n == 0 ? 0 : n + 30)];
        var many = Table(people, [OfAll, OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Snapshot At(TreeTable table, int hours) => new(table, table.People.Sum(p => p[0]), DateTimeOffset.UnixEpoch.AddHours(hours));

        Assert.Equal(SnapshotVerdict.TooSoon, SnapshotGuard.Judge(At(before, 0), At(one, 1)));
        Assert.Equal(SnapshotVerdict.Publish, SnapshotGuard.Judge(At(before, 0), At(many, 1)));
        Assert.Throws<ArgumentException>(() => SnapshotGuard.Judge(At(before with { Others = [before.Others[0]] }, 0), At(many, 1)));
    }

    [Fact]
    public void What_a_report_tells_by_itself_does_not_keep_the_place_from_being_told_anew()
    {
        // All of one question are from tarn: its report tells how many they are, whatever is decided here.
        var before = Table([[0, 0, 12, 0, 0, 0, 0, 0, 0], [0, 0, 20, 31, 64, 43, 11, 24, 50]], [OfNorth, OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var after = Table([[0, 0, 15, 0, 0, 0, 0, 0, 0], [0, 0, 20, 71, 64, 43, 11, 24, 50]], [OfNorth, OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);

        Assert.Equal(SnapshotVerdict.Publish, SnapshotGuard.Judge(new(before, before.People.Sum(p => p[0]), DateTimeOffset.UnixEpoch), new(after, after.People.Sum(p => p[0]), DateTimeOffset.UnixEpoch.AddHours(25))));
    }

    [Fact]
    public void What_a_report_may_tell_one_day_does_not_let_the_place_tell_of_a_newcomer()
    {
        var before = Table([[0, 0, 22, 20, 0, 0, 0, 0, 0]], [OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var after = Table([[0, 0, 23, 20, 0, 0, 0, 0, 0]], [OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);

        Assert.Equal(SnapshotVerdict.TellsOfAFew, SnapshotGuard.Judge(new(before, 42, DateTimeOffset.UnixEpoch), new(after, 43, DateTimeOffset.UnixEpoch.AddHours(25))));
    }

    [Fact]
    public void Nor_of_eight_newcomers_where_nobody_was()
    {
        // The report says "about 10" of those who live in the north and told no more; the north as a whole, "about 35", leaves only eight or nine of them.
        var before = Table([[0, 0, 0, 13, 0, 0, 0, 0, 0]], [OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var after = Table([[8, 0, 0, 29, 0, 0, 30, 0, 0]], [OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);

        Assert.Equal(SnapshotVerdict.TellsOfAFew, SnapshotGuard.Judge(new(before, 13, DateTimeOffset.UnixEpoch), new(after, 67, DateTimeOffset.UnixEpoch.AddHours(25))));
    }

    [Fact]
    public void Nor_does_a_page_of_a_consultation_let_its_area_do_so()
    {
        TreeTable Voices(int residents, int carers) => new(["place", "consultation"], [null, 0], ["resident", "carer"], [[0, 0], [residents, carers]]) { ShownAlone = [1] };

        Assert.Equal(SnapshotVerdict.TellsOfAFew, SnapshotGuard.Judge(new(Voices(20, 22), 42, DateTimeOffset.UnixEpoch), new(Voices(20, 23), 43, DateTimeOffset.UnixEpoch.AddHours(25))));
    }

    [Fact]
    public void Nor_does_what_a_report_tells_make_the_place_tell_those_who_have_not_read_it()
    {
        // Alone, weir must be hidden beside the two small ones; reports that tell those two do not change that.
        var table = Table([[0, 0, 7, 0, 0, 0, 0, 0, 0], [0, 0, 0, 7, 0, 0, 0, 0, 0], [0, 0, 0, 0, 32, 0, 0, 0, 0]], [OfAll, OfAll, OfAll], [0, 0, 0, 0, 0, 0, 0, 0, 0]);

        var (alone, together) = (Disclosure.Protect(table with { Others = [] }), Disclosure.Protect(table));

        Assert.All(Enumerable.Range(0, Names.Length).Where(r => alone.Cells[r][0].IsHidden), r => Assert.True(together.Cells[r][0].IsHidden));
        Assert.Contains(alone.Cells, c => c[0].IsHidden);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobody_works_out_the_few_from_all_of_them_together(bool threeReports)
    {
        var count = Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Choose(1, 7)), (4, Gen.Choose(8, 40)));
        var twice = Gen.Frequency((6, Gen.Constant(0)), (2, Gen.Choose(1, 3)));
        var crowds = from asked in count.ArrayOf(Names.Length).ArrayOf(threeReports ? 3 : 2) from overlap in twice.ArrayOf(Names.Length) select (asked, overlap);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(crowds.ToArbitrary(), crowd =>
        {
            var asked = crowd.asked.Select((people, i) => i == 1 ? people : [.. people.Select((n, r) => OfAll[r].Rows[0] == r ? n : 0)]).ToArray();
            var table = Table(asked, [OfAll, OfNorth, OfAll], crowd.overlap);
            var leaks = Leaks(table, Disclosure.Protect(table));
            if (leaks.Count > 0) Assert.Fail($"{string.Join(" | ", asked.Append(crowd.overlap).Select(r => string.Join(' ', r)))}: {leaks[0]}");
        }));
    }

    // Of those who took part in several, the place counts some once; at most as many as there are.
    internal static TreeTable Table(int[][] asked, OtherGroup[][] groups, int[] twice) => new(Names, Parents, [""],
        [.. Names.Select((_, r) => new[] { asked.Sum(a => a[r]) - Twice(asked, twice, r) })])
    {
        Others = [.. asked.Select((people, i) => new OtherBreakdown(people, groups[i]))],
    };

    private static int Twice(int[][] asked, int[] twice, int row) => Math.Min(twice[row], asked.Sum(a => a[row]) - asked.Max(a => a[row]));

    private static IReadOnlyList<string> Leaks(TreeTable table, ProtectedTree shown)
    {
        var (read, truth) = (new Readings(), new Dictionary<string, int>(StringComparer.Ordinal));
        Tell(read, truth, "", table, shown);
        return read.Leaks(cell => truth[cell]);
    }

    /// <summary>Everything that the pages of one moment tell; its cells begin with the name of the moment.</summary>
    internal static void Tell(Readings read, Dictionary<string, int> truth, string when, TreeTable table, ProtectedTree shown)
    {
        for (var r = 0; r < Names.Length; r++)
        {
            truth[$"{when}lives/{r}"] = table.People[r][0];
            read.Read(shown.Cells[r][0].Words, [.. Names.Select((_, i) => i).Where(i => i == r || table.Parents[i] == r).Select(i => $"{when}lives/{i}")]);
            if (table.Others.Count > 0) TellTwice(read, truth, when, table, r);
        }
        read.Know(table.People.Sum(p => p[0]), [.. Names.Select((_, r) => $"{when}lives/{r}")]);
        foreach (var (other, i) in table.Others.Select((o, i) => (o, i)))
        {
            for (var r = 0; r < Names.Length; r++) truth[$"{when}{i}/{r}"] = other.People[r];
            var told = other.Groups.Where(g => !g.IsLeftOutAtNought || other.Count(g) > 0).ToList();
            var page = Disclosure.Protect([.. told.Select(g => ("", other.Count(g)))], other.People.Sum()).Rows;
            read.Know(other.People.Sum(), [.. other.Groups.SelectMany(g => g.Rows).Select(r => $"{when}{i}/{r}")]);
            foreach (var (group, row) in told.Zip(page))
            {
                read.ReadElsewhere(row.Count.Words, [.. group.Rows.Select(r => $"{when}{i}/{r}")]);
            }
            foreach (var row in other.Groups.Except(told).SelectMany(g => g.Rows)) read.ReadElsewhere("0", $"{when}{i}/{row}");
        }
    }

    // How many took part in several is known: the place counts them once, the reports in each.
    private static void TellTwice(Readings read, Dictionary<string, int> truth, string when, TreeTable table, int row)
    {
        var (own, all) = (table.People[row][0], table.Others.Sum(o => o.People[row]));
        (truth[$"{when}twice/{row}"], truth[$"{when}all/{row}"]) = (all - own, all);
        read.Know(all - own, $"{when}twice/{row}");
        read.AddUp($"{when}all/{row}", $"{when}lives/{row}", $"{when}twice/{row}");
        read.AddUp($"{when}all/{row}", [.. table.Others.Select((o, i) => (o, i)).Where(o => o.o.Groups.Any(g => g.Rows.Contains(row))).Select(o => $"{when}{o.i}/{row}")]);
    }
}
