using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The same people counted by two geographies, attacked by somebody who takes one from the other.</summary>
public sealed class GeographyGuardTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    [Fact]
    public void A_boundary_moved_by_a_few_people_is_refused()
    {
        var verdict = GeographyGuard.Judge([new("Old Town", "Town", 50), new("Old Town", "Vale", 3), new("Old Vale", "Vale", 60)]);

        Assert.False(verdict.MayPublish);
        Assert.Contains(verdict.Reasons, r => r.EndsWith("leaves 3.", StringComparison.Ordinal));
        Assert.True(GeographyGuard.Judge([new("Old Town", "Town", 50), new("Old Town", "Vale", 30), new("Old Vale", "Vale", 60)]).MayPublish);
    }

    [Fact]
    public void Several_places_together_are_taken_from_several()
    {
        // Neither one place nor another gives it away; the two others together leave four of the two old ones.
        var verdict = GeographyGuard.Judge([new("A", "X", 30), new("B", "X", 25), new("A", "Y", 20), new("B", "Y", 40), new("B", "Z", 4), new("C", "Z", 50)]);

        Assert.Contains("Taking the other places X, Y from those around them leaves 4.", verdict.Reasons);
    }

    [Fact]
    public void Wards_within_localities_may_be_shown_while_what_is_hidden_stays_so()
    {
        Assert.True(GeographyGuard.Judge([new("North", "Ward 1", 30), new("North", "Ward 2", 25), new("South", "Ward 3", 41)]).MayPublish);

        // Within the place Ward 5 has another small one to hide behind; but its locality of 19 reads 20 (18 or more) and Ward 6 reads 10 (12 or
        // fewer), which leaves 6 or more, and it is known to be small: 6 or 7.
        var verdict = GeographyGuard.Judge([new("North", "Ward 1", 7), new("North", "Ward 2", 10), new("South", "Ward 3", 3), new("South", "Ward 4", 17), new("East", "Ward 5", 7), new("East", "Ward 6", 12)]);
        Assert.Contains("Ward 5 is hidden, and could be worked out from the two together.", verdict.Reasons);
    }

    [Fact]
    public void A_pair_of_places_is_given_once() => Assert.Throws<ArgumentException>(() => GeographyGuard.Judge([new("A", "X", 1), new("A", "X", 2)]));

    [Fact]
    public void Nobody_works_out_the_few_between_two_geographies()
    {
        var overlaps = Gen.Frequency((5, Gen.Constant(-1)), (1, Gen.Constant(0)), (2, Gen.Choose(1, 7)), (5, Gen.Choose(8, 60))).ArrayOf(4).ArrayOf(4);
        var published = 0;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(overlaps.ToArbitrary(), map =>
        {
            List<Overlap> given = [.. from r in Enumerable.Range(0, 4) from c in Enumerable.Range(0, 4) where map[r][c] >= 0 select new Overlap($"old {Names[r]}", $"new {Names[c]}", map[r][c])];
            if (given.Count == 0 || !GeographyGuard.Judge(given).MayPublish) return;
            published++;
            AssertWithstands(given);
        }));
        Assert.True(published > 60, $"Only {published} were let through to be attacked.");
    }

    private static void AssertWithstands(List<Overlap> overlaps)
    {
        var (program, open) = (Attack(overlaps, open: false), new Lazy<LinearProgram>(() => Attack(overlaps, open: true).Program));
        foreach (var unknown in program.Secrets)
        {
            var width = program.Program.Width(unknown);
            if (width < 2 - 1e-6 && width < open.Value.Width(unknown) - 1e-6)
                Assert.Fail($"{string.Join(", ", overlaps.Select(o => $"{o.Published}–{o.Other} {o.People}"))}: number {unknown} is known to within {width}.");
        }
    }

    private static (LinearProgram Program, List<int> Secrets) Attack(List<Overlap> overlaps, bool open)
    {
        var (program, secrets) = (new LinearProgram(), new List<int>());
        var few = overlaps.Select(o => program.Unknown(0, LinearProgram.Endless)).ToList();
        secrets.AddRange(few.Where((_, i) => overlaps[i].People is >= 1 and <= 7));
        foreach (var side in new Func<Overlap, string>[] { o => o.Published, o => o.Other })
        {
            var places = overlaps.GroupBy(side, StringComparer.Ordinal).ToList();
            var shown = Disclosure.Protect([.. places.Select(p => (p.Key, p.Sum(o => o.People)))], overlaps.Sum(o => o.People));
            for (var i = 0; i < places.Count; i++)
            {
                var (low, high) = open || Published.Read(shown.Rows[i].Count, shown.Profile) is not var (least, most) ? (0, LinearProgram.Endless) : (least, most);
                var place = program.Unknown(low, high);
                program.AddUp(few.Where((_, o) => side(overlaps[o]) == places[i].Key), place);
                if (shown.Rows[i].Count.IsHidden) secrets.Add(place);
            }
        }
        program.Sum(overlaps.Sum(o => o.People), few.Select(f => (f, 1.0)));
        return (program, secrets);
    }
}
