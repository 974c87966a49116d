using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Shares per option by group: choosers and those who did not choose, attacked over all options and groups at once.</summary>
public sealed class ShareAttackTests
{
    private static readonly bool[] Readers = [true, false];

    [Fact]
    public void A_group_shows_its_base_and_each_share_with_its_interval()
    {
        var shares = Disclosure.Protect(Shares([new("North", 60, [30, 12]), new("South", 41, [21, 30]), new("Carers", 5, [2, 0])]));

        Assert.Equal("about 60", shares.Groups[0].People.Words);
        Assert.True(shares.Groups[2].People.IsHidden && shares.Groups[2].Options.All(o => o.Choosers.IsHidden && o.Share is null));
        Assert.True(shares.HidesSomething);
        var north = Disclosure.Protect(Shares([new("North", 60, [30, 12]), new("South", 40, [20, 28])])).Groups[0].Options[0];
        Assert.Equal("50%", north.ShareWords);
        Assert.Equal(30 / 60.0, north.Share);
        Assert.Equal(0.3774, north.Interval!.Low, 4);
        Assert.Equal(0.6226, north.Interval.High, 4);
    }

    [Fact]
    public void Those_who_did_not_choose_are_protected_like_those_who_did()
    {
        var shares = Disclosure.Protect(Shares([new("North", 60, [57]), new("South", 60, [30]), new("West", 60, [20])]));

        Assert.Equal(["hidden", "about 30", "hidden"], shares.Groups.Select(g => g.Options[0].Choosers.Words));
    }

    [Fact]
    public void Of_a_sensitive_trait_everybody_and_nobody_are_hidden_too()
    {
        var groups = Shares([new("North", 60, [60, 0]), new("South", 60, [30, 30]), new("West", 60, [20, 30])]);

        Assert.Equal("100%", Disclosure.Protect(groups).Groups[0].Options[0].ShareWords);
        Assert.All(Disclosure.Protect(groups with { IsSensitive = true }).Groups[0].Options, o => Assert.True(o.Choosers.IsHidden));
    }

    [Fact]
    public void More_choosers_than_people_are_refused() =>
        Assert.Throws<ArgumentException>(() => Disclosure.Protect(Shares([new("North", 5, [6])])));

    [Fact]
    public void Nobody_works_out_who_chose_or_who_did_not()
    {
        var group = DisclosureAttackTests.Count.SelectMany(n => Gen.Choose(0, 100).ArrayOf(3).Select(percent => (n, percent)));
        var tables = Gen.Choose(1, 5).SelectMany(groups => group.ArrayOf(groups)).SelectMany(groups => Gen.Elements(true, false).SelectMany(sensitive => Gen.Elements<DisclosureProfile>(DisclosureProfile.All)
            .Select(p => Shares([.. groups.Select((g, i) => new GroupChoices($"group {i}", g.n, Extreme(g.n, g.percent)))]) with { IsSensitive = sensitive, Profile = p })));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(tables.ToArbitrary(), AssertWithstands));
    }

    // Found by chance, once in some twenty thousand such crowds: what the large group shows told of the few in the others who had not chosen.
    [Fact]
    public void Nor_of_few_beside_a_large_group_that_leaves_them_little_doubt()
    {
        AssertWithstands(Shares([new("a", 1, [1, 0, 0]), new("b", 73, [47, 29, 45]), new("c", 1, [0, 0, 0])]) with { Profile = DisclosureProfile.TenFive, IsSensitive = true });
        AssertWithstands(Shares([new("a", 1, [0, 0, 1]), new("b", 53, [23, 28, 27]), new("c", 1, [1, 1, 0])]) with { Profile = DisclosureProfile.Strict, IsSensitive = true });
        AssertWithstands(Shares([new("a", 1, [0, 1, 0]), new("b", 53, [37, 22, 31]), new("c", 1, [1, 0, 0])]) with { Profile = DisclosureProfile.Strict, IsSensitive = true });
        AssertWithstands(Shares([new("a", 23, [12, 9, 6]), new("b", 1, [1, 0, 1]), new("c", 1, [1, 0, 1]), new("d", 1, [0, 0, 0])]) with { Profile = DisclosureProfile.Strict });
        AssertWithstands(Shares([new("a", 0, [0, 0, 0]), new("b", 1, [0, 1, 0]), new("c", 1, [0, 1, 0]), new("d", 1, [0, 0, 0]), new("e", 43, [43, 27, 41])]) with { Profile = DisclosureProfile.TenFive });
    }

    [Fact]
    public void Nor_where_everybody_chooses_exactly_one()
    {
        var groups = DisclosureAttackTests.Count.ArrayOf(3).ArrayOf(4);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(groups.ToArbitrary(), cells => AssertWithstands(
            Shares([.. cells.Select((c, i) => new GroupChoices($"group {i}", c.Sum(), c))]) with { FewestChoices = 1, MostChoices = 1 })));
    }

    // Percentages pushed to the ends, where a few chose or a few did not.
    private static int[] Extreme(int people, int[] percent) =>
        [.. percent.Select(p => p < 25 ? Math.Min(people, p / 4) : p > 75 ? Math.Max(0, people - (100 - p) / 4) : people * p / 100)];

    private static void AssertWithstands(ShareTable table)
    {
        var shown = Disclosure.Protect(table);
        foreach (var told in Readers)
        {
            var (attack, hidden) = Attack(table, shown, told, open: false);
            var open = new Lazy<LinearProgram>(() => Attack(table, shown, told, open: true).Program);
            foreach (var unknown in hidden)
            {
                var width = attack.Width(unknown);
                if (width < 2 - 1e-6 && width < open.Value.Width(unknown) - 1e-6)
                    Assert.Fail($"{string.Join(" / ", table.Groups.Select(g => $"{g.People}: {string.Join(' ', g.Choosers)}"))} ({table.Profile.Name}, sensitive {table.IsSensitive}): number {unknown} is known to within {width}, told {told}, open {open.Value.Width(unknown)}.");
            }
        }
    }

    private static (LinearProgram Program, List<int> Hidden) Attack(ShareTable table, ProtectedShares shown, bool told, bool open)
    {
        var (program, hidden) = (new LinearProgram(), new List<int>());
        var options = table.Options.Select((_, o) => new List<int>()).ToList();
        var people = new List<int>();
        for (var g = 0; g < table.Groups.Count; g++)
        {
            var (group, seen) = (table.Groups[g], shown.Groups[g]);
            var size = Unknown(seen.People, group.People, isOwn: true, isSize: true);
            people.Add(size);
            var chosen = program.Unknown(0, LinearProgram.Endless);
            for (var o = 0; o < table.Options.Count; o++)
            {
                var count = Unknown(seen.Options[o].Choosers, group.Choosers[o], isOwn: !seen.People.IsHidden && !IsClass(group, o) && !table.Profile.Hides(group.People - group.Choosers[o]));
                var others = program.Unknown(0, LinearProgram.Endless);
                program.AddUp([count, others], size);
                if (seen.Options[o].Choosers.IsHidden) hidden.Add(others);
                options[o].Add(count);
            }
            program.AddUp(options.Select(o => o[g]), chosen);
            program.Sum(0, (chosen, 1), (size, -table.FewestChoices), (program.Unknown(0, LinearProgram.Endless), -1));
            if (table.MostChoices is { } most) program.Sum(0, (chosen, 1), (size, -most), (program.Unknown(0, LinearProgram.Endless), 1));
        }
        program.Sum(table.Groups.Sum(g => g.People), people.Select(p => (p, 1.0)));
        for (var o = 0; o < options.Count; o++) program.Sum(table.Groups.Sum(g => g.Choosers[o]), options[o].Select(c => (c, 1.0)));
        return (program, hidden);

        bool IsClass(GroupChoices group, int option) => table.IsSensitive && (group.Choosers[option] == 0 || group.Choosers[option] == group.People);

        int Unknown(Cell cell, int value, bool isOwn, bool isSize = false)
        {
            var profile = table.Profile;
            // What remains open by itself: the toplines and the sizes as they are shown, which whoever is told knows exactly.
            var (low, high) = told && open && isSize ? (value, value)
                : cell is ShownCell && (!open || isSize) ? Published.Read(cell, profile)!.Value
                : told && isOwn && cell.IsHidden && profile.Hides(value) ? (profile.HidesNought ? 0 : 1, profile.LargestHidden)
                : (0, LinearProgram.Endless);
            var at = program.Unknown(low, high);
            if (cell is HiddenCell) hidden.Add(at);
            return at;
        }
    }

    private static ShareTable Shares(GroupChoices[] groups) => new([.. groups[0].Choosers.Select((_, o) => $"option {o}")], groups);
}
