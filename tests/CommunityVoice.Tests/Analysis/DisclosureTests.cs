using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

public sealed class DisclosureTests
{
    [Fact]
    public void Every_count_from_0_to_1000_is_nought_hidden_or_rounded_to_five()
    {
        for (var count = 0; count <= 1000; count++)
        {
            var cell = Disclosure.Protect([("A", count), ("B", 5000), ("C", 6000)]).Rows[0].Count;
            if (count == 0) Assert.Equal("0", cell.Words);
            else if (count <= 7) Assert.True(cell.IsHidden, $"{count} is hidden");
            else
            {
                var shown = Assert.IsType<ShownCell>(cell);
                Assert.Equal(0, shown.Number % 5);
                Assert.InRange(shown.Number - count, -2, 2);
            }
        }
    }

    [Fact]
    public void A_hidden_count_holds_no_number()
    {
        var hidden = Disclosure.Protect([("A", 3), ("B", 4), ("C", 60)]).Rows[0].Count;

        Assert.Equal("hidden", hidden.Words);
        Assert.Equal("hidden", hidden.ToString());
        Assert.DoesNotContain(hidden.GetType().GetProperties(), p => p.PropertyType == typeof(int));
    }

    [Fact]
    public void One_small_row_hides_the_next_smallest_too()
    {
        var rows = Disclosure.Protect([("Residents", 131), ("Carers", 44), ("Groups", 3)], 178).Rows;

        Assert.Equal(["about 130", "hidden", "hidden"], rows.Select(r => r.Count.Words));
    }

    [Fact]
    public void A_nought_is_hidden_only_when_nothing_else_is_left()
    {
        Assert.Equal(["0", "hidden", "hidden"], Disclosure.Protect([("A", 0), ("B", 5), ("C", 20)], 25).Rows.Select(r => r.Count.Words));
        Assert.Equal(["hidden", "hidden"], Disclosure.Protect([("A", 0), ("B", 5)], 5).Rows.Select(r => r.Count.Words));
    }

    [Fact]
    public void Two_small_rows_that_their_sum_would_tell_take_another_with_them()
    {
        Assert.All(Disclosure.Protect([("A", 1), ("B", 1), ("C", 8)], 10).Rows, r => Assert.True(r.Count.IsHidden));
        Assert.All(Disclosure.Protect([("A", 7), ("B", 7), ("C", 7), ("D", 12)], 33).Rows, r => Assert.True(r.Count.IsHidden));
    }

    [Fact]
    public void The_total_is_rounded_from_the_truth_and_not_from_the_rows()
    {
        var breakdown = Disclosure.Protect([("A", 12), ("B", 12), ("C", 12)]);

        Assert.Equal("about 35", breakdown.Total.Words);
        Assert.Equal(30, breakdown.Rows.Sum(r => ((ShownCell)r.Count).Number));
        Assert.Contains("may not add up", Breakdown.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentages_come_from_the_rounded_numbers_with_a_decimal_only_on_a_large_base()
    {
        var row = Disclosure.Protect([("A", 12), ("B", 28)]).Rows[0];
        Assert.Equal(10 / 40.0, row.Share);
        Assert.Equal("25%", row.ShareWords);

        Assert.Equal("25.1%", Disclosure.Protect([("A", 1256), ("B", 3744)]).Rows[0].ShareWords);
        Assert.Equal("", Disclosure.Protect([("A", 2), ("B", 3), ("C", 50)]).Rows[0].ShareWords);
        Assert.Equal("100%", Disclosure.Protect([("A", 13)], 12).Rows[0].ShareWords);
    }

    [Fact]
    public void Subtraction_never_leaves_a_hidden_row_with_a_single_value()
    {
        var counts = Gen.Choose(2, 7).SelectMany(rows => Gen.Choose(0, 40).ArrayOf(rows));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(counts.ToArbitrary(), table => Survives(table, exact: true) && Survives(table, exact: false)));
    }

    [Fact]
    public void Subtraction_fails_on_every_small_table()
    {
        for (var a = 0; a <= 20; a++)
            for (var b = 0; b <= 20; b++)
                for (var c = 0; c <= 20; c++)
                    Assert.True(Survives([a, b, c], exact: true) && Survives([a, b, c], exact: false), $"{a}, {b}, {c}");
    }

    // Takes every shown row from the total, as a reader with a pencil would, and looks at what is left for each hidden one.
    private static bool Survives(int[] table, bool exact)
    {
        var total = table.Sum();
        var breakdown = Disclosure.Protect([.. table.Select((n, i) => ($"row {i}", n))], exact ? total : null);
        var hidden = breakdown.Rows.Count(r => r.Count.IsHidden);
        if (hidden == 0) return true;
        if (hidden == 1) return false;
        var shown = breakdown.Rows.Select(r => r.Count).OfType<ShownCell>().ToList();
        var (least, most) = exact ? (total, total)
            : breakdown.Total is ShownCell { Number: var rounded } ? (rounded - 2, rounded + 2)
            : (1, 7);
        var leastSum = least - shown.Sum(c => c.Number == 0 ? 0 : c.Number + 2);
        var mostSum = most - shown.Sum(c => c.Number == 0 ? 0 : Math.Max(8, c.Number - 2));
        if (shown.Count == 0) return mostSum > 0; // nothing is shown, so nothing can be subtracted
        // Suppose that every hidden row is small; if that cannot be, a larger one is among them and any of them may be it.
        var supposedLeast = Math.Max(1, leastSum - (7 * (hidden - 1)));
        var supposedMost = Math.Min(7, mostSum - (hidden - 1));
        return supposedMost < supposedLeast || supposedMost > supposedLeast || table.Where((_, i) => breakdown.Rows[i].Count.IsHidden).Any(n => n is 0 or > 7);
    }
}
