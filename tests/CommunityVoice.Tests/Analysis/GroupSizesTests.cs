using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Who chose what, by groups whose sizes another table tells beside others; both attacked together.</summary>
public sealed class GroupSizesTests
{
    // The site in two parts, two other ways, and those whose number is known from elsewhere.
    private static readonly string[] Rows = ["on the site", "by e-mail", "by letter", "on paper", "by phone", "changing"];
    private static readonly int?[] Parents = [null, 0, 0, null, null, null];
    private static readonly int[] Groups = [0, 3, 4];
    private static readonly bool[] Readers = [true, false];
    private static readonly DisclosureProfile Profile = DisclosureProfile.SubNational;

    [Fact]
    public void A_size_is_hidden_where_the_other_table_hides_it()
    {
        var table = Choices([0, 40, 12, 25, 3, 9], [[50, 30], [60, 32], [67, 34]]);

        var (shown, sizes) = (Disclosure.Protect(table), Disclosure.Protect(table.Sizes!.Table));

        Assert.Equal(Groups.Select(g => sizes.Cells[g][0].Words), shown.Groups.Select(g => g.People.Words));
        Assert.True(shown.Groups[2].People.IsHidden && shown.Groups[2].Options.All(o => o.Choosers.IsHidden));
        Assert.Equal("about 50", shown.Groups[0].People.Words);
    }

    [Fact]
    public void Sizes_of_other_people_are_refused()
    {
        var table = Choices([0, 40, 12, 25, 3, 9], [[50, 30], [60, 32], [67, 34]]);

        Assert.Throws<ArgumentException>(() => Disclosure.Protect(table with { Groups = [.. table.Groups.Select(g => g with { People = g.People + 1 })] }));
    }

    [Fact]
    public void Nobody_works_out_the_few_from_sizes_and_choices_together()
    {
        var crowds = DisclosureAttackTests.Count.ArrayOf(Rows.Length).SelectMany(people => Gen.Choose(0, 100).ArrayOf(2).ArrayOf(Groups.Length).Select(percent => (people, percent)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(crowds.ToArbitrary(), crowd => AssertWithstands(Choices(crowd.people, crowd.percent))));
    }

    [Fact]
    public void Nor_where_everybody_gives_one_answer()
    {
        var crowds = DisclosureAttackTests.Count.ArrayOf(4).ArrayOf(Groups.Length);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(crowds.ToArbitrary(), cells => AssertWithstands(Answers(cells))));
    }

    /// <summary>How many there are in each row; of the first, none beside its parts.</summary>
    internal static TreeTable Sizes(int[] people) => new(Rows, Parents, [""], [.. people.Select((n, r) => new[] { r == 0 ? 0 : n })]) { KnownRows = [Rows.Length - 1] };

    private static ShareTable Choices(int[] people, int[][] percent)
    {
        var sizes = Sizes(people);
        var sums = sizes.RolledUp();
        return new(["A", "B"], [.. Groups.Select((row, g) => new GroupChoices(Rows[row], sums[row][0], [.. percent[g].Select(p => sums[row][0] * p / 100)]))]) { Sizes = new(sizes, Groups) };
    }

    private static ShareTable Answers(int[][] cells)
    {
        var site = cells[0].Sum();
        var sizes = Sizes([0, site - (site / 3), site / 3, cells[1].Sum(), cells[2].Sum(), 4]);
        return new(["agree", "disagree", "pass", "no answer"], [.. Groups.Select((row, g) => new GroupChoices(Rows[row], cells[g].Sum(), cells[g]))]) { FewestChoices = 1, MostChoices = 1, Sizes = new(sizes, Groups) };
    }

    private static void AssertWithstands(ShareTable table)
    {
        foreach (var told in Readers)
        {
            var (attack, few) = Attack(table, told, open: false);
            var open = new Lazy<LinearProgram>(() => Attack(table, told, open: true).Program);
            foreach (var number in few)
            {
                var width = attack.Width(number);
                if (width < 2 - 1e-6 && width < open.Value.Width(number) - 1e-6)
                    Assert.Fail($"{string.Join(" / ", table.Groups.Select(g => $"{g.People}: {string.Join(' ', g.Choosers)}"))}, in rows of {string.Join(' ', table.Sizes!.Table.People.Select(r => r[0]))}: number {number} is known to within {width}, told {told}.");
            }
        }
    }

    // Few: the hidden numbers of a few who chose, or did not. What remains open by itself are the toplines and the sizes, which whoever is told knows exactly.
    private static (LinearProgram Program, List<int> Few) Attack(ShareTable table, bool told, bool open)
    {
        var (program, few, sizes) = (new LinearProgram(), new List<int>(), table.Sizes!.Table);
        var (shown, tree, sums) = (Disclosure.Protect(table), Disclosure.Protect(sizes), sizes.RolledUp());
        var people = Rows.Select((_, r) => sizes.KnownRows.Contains(r) || (told && open) ? program.Unknown(sums[r][0], sums[r][0]) : Number(tree.Cells[r][0], sums[r][0], isOwn: true, isSize: true)).ToArray();
        program.AddUp([people[1], people[2]], people[0]);
        program.Sum(sizes.People.Sum(r => r[0]), people.Where((_, r) => Parents[r] is null).Select(p => (p, 1.0)));
        var options = table.Options.Select(_ => new List<int>()).ToList();
        foreach (var (group, g) in table.Groups.Select((group, g) => (group, g)))
        {
            var (size, chosen, seen) = (people[Groups[g]], program.Unknown(0, LinearProgram.Endless), shown.Groups[g]);
            for (var o = 0; o < options.Count; o++)
            {
                var (count, rest) = (group.Choosers[o], group.People - group.Choosers[o]);
                var (cell, isOf) = (seen.Options[o].Choosers, !seen.People.IsHidden);
                var choosers = Number(cell, count, isOwn: isOf && !Profile.Hides(rest), isSize: false);
                var others = told && cell.IsHidden && isOf && Profile.Hides(rest) && !Profile.Hides(count) ? program.Unknown(1, Profile.LargestHidden) : program.Unknown(0, LinearProgram.Endless);
                program.AddUp([choosers, others], size);
                options[o].Add(choosers);
                if (cell.IsHidden) few.AddRange(new[] { (choosers, count), (others, rest) }.Where(n => Profile.Hides(n.Item2)).Select(n => n.Item1));
            }
            program.AddUp(options.Select(o => o[g]), chosen);
            program.Sum(0, (chosen, 1), (size, -table.FewestChoices), (program.Unknown(0, LinearProgram.Endless), -1));
            if (table.MostChoices is { } most) program.Sum(0, (chosen, 1), (size, -most), (program.Unknown(0, LinearProgram.Endless), 1));
        }
        for (var o = 0; o < options.Count; o++) program.Sum(table.Groups.Sum(g => g.Choosers[o]), options[o].Select(c => (c, 1.0)));
        return (program, few);

        int Number(Cell cell, int value, bool isOwn, bool isSize)
        {
            var (low, high) = cell is ShownCell && (!open || isSize) ? Published.Read(cell, Profile)!.Value
                : told && isOwn && cell.IsHidden && Profile.Hides(value) ? (1, Profile.LargestHidden)
                : (0, LinearProgram.Endless);
            return program.Unknown(low, high);
        }
    }
}
