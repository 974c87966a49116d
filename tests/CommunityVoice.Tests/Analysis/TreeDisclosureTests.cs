using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Places within places, published on a page each, and attacked by somebody who reads all of the pages.</summary>
public sealed class TreeDisclosureTests
{
    private static readonly int?[] Parents = [null, 0, 0, 1, 1];
    private static readonly string[] Names = ["system", "place", "other place", "ward", "other ward"];

    [Fact]
    public void Places_add_up_to_the_place_around_them_before_protection()
    {
        var table = Table([[1, 2], [0, 3], [4, 0], [10, 20], [5, 0]]);

        Assert.Equal([[20, 25], [15, 23], [4, 0], [10, 20], [5, 0]], table.RolledUp());
    }

    [Fact]
    public void What_a_ward_hides_cannot_be_taken_from_its_place()
    {
        // Alone, the page of the place would show 15 (13 or more) and that of the one ward 10 (12 or fewer), which leaves the other ward's few.
        var shown = Disclosure.Protect(Table([[0, 0], [0, 0], [0, 0], [12, 40], [3, 30]]));

        Assert.True(shown.Cells[4][0].IsHidden);
        Assert.True(shown.Cells[3][0].IsHidden || shown.Cells[1][0].IsHidden);
        Assert.Empty(TreeAttack.On(Table([[0, 0], [0, 0], [0, 0], [12, 40], [3, 30]])).Leaks());
    }

    [Fact]
    public void Pages_protected_each_by_itself_would_leak_which_the_attack_finds()
    {
        var table = Table([[0, 0, 0], [0, 0, 0], [0, 0, 0], [12, 40, 9], [6, 30, 14]]);
        var each = table.RolledUp().Select(r => Disclosure.Protect([.. table.Columns.Select((c, i) => (c, r[i]))], r.Sum()).Rows.Select(x => Published.Read(x.Count, table.Profile)).ToArray()).ToArray();

        Assert.NotEmpty(new TreeAttack(table, each).Leaks());
        Assert.Empty(TreeAttack.On(table).Leaks());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Nobody_works_out_the_few_from_all_pages_together(int columns)
    {
        var counts = Gen.Frequency((4, Gen.Constant(0)), (3, Gen.Choose(1, 7)), (4, Gen.Choose(8, 40))).ArrayOf(columns).ArrayOf(Names.Length);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(counts.ToArbitrary(), people =>
        {
            var leaks = TreeAttack.On(Table(people)).Leaks().ToList();
            if (leaks.Count > 0) Assert.Fail($"{string.Join(" | ", people.Select(r => string.Join(' ', r)))}: {leaks[0]}");
        }));
    }

    [Fact]
    public void Nobody_is_hidden_behind_a_number_that_is_known_from_elsewhere()
    {
        int[][] people = [[0], [28], [0], [1], [9]];
        var table = new TreeTable(["on the site", "by e-mail", "on paper", "by phone", "changing"], [null, 0, null, null, null], [""], people) { KnownRows = [4] };
        var unaware = Disclosure.Protect(table with { KnownRows = [] }).Cells.Select(r => r.Select(c => Published.Read(c, table.Profile)).ToArray()).ToArray();

        Assert.NotEmpty(new TreeAttack(table, unaware).Leaks());
        Assert.Empty(TreeAttack.On(table).Leaks());
        Assert.Equal("about 10", Disclosure.Protect(table).Cells[4][0].Words);
    }

    [Fact]
    public void Nor_does_anybody_work_out_the_few_who_stand_beside_such_a_number()
    {
        var counts = Gen.Frequency((4, Gen.Constant(0)), (3, Gen.Choose(1, 7)), (4, Gen.Choose(8, 40))).ArrayOf(6);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(counts.ToArbitrary(), people =>
        {
            var table = GroupSizesTests.Sizes(people);
            var leaks = TreeAttack.On(table).Leaks().ToList();
            if (leaks.Count > 0) Assert.Fail($"{string.Join(' ', people)}: {leaks[0]}");
        }));
    }

    private static TreeTable Table(int[][] people) => new(Names, Parents, [.. people[0].Select((_, c) => $"column {c}")], people);
}
