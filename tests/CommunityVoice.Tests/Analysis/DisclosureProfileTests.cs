using CommunityVoice.Analysis;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The rules of each profile, number by number.</summary>
public sealed class DisclosureProfileTests
{
    [Fact]
    public void Ten_five_and_strict_hide_what_is_below_ten_and_round_the_rest()
    {
        foreach (var profile in new[] { DisclosureProfile.TenFive, DisclosureProfile.Strict })
        {
            for (var count = 0; count <= 1000; count++)
            {
                var cell = Disclosure.Protect([("A", count), ("B", 5000), ("C", 6000)], profile: profile).Rows[0].Count;
                if (count < 10) Assert.True(cell.IsHidden, $"{count} is hidden");
                else Assert.Equal((count + 2) / 5 * 5, Assert.IsType<ShownCell>(cell).Number);
            }
        }
    }

    [Fact]
    public void Each_profile_says_its_name_version_and_rules()
    {
        Assert.Equal(["NHS sub-national counts", "10–5", "Strict"], DisclosureProfile.All.Select(p => p.Name));
        Assert.All(DisclosureProfile.All, p => Assert.Contains("may not add up", p.Note, StringComparison.Ordinal));
        Assert.All(DisclosureProfile.All, p => Assert.Equal("1", p.Version));
        Assert.Equal(DisclosureProfile.Strict, Disclosure.Protect([("A", 20)], profile: DisclosureProfile.Strict).Profile);
    }

    [Fact]
    public void A_mean_of_few_is_hidden()
    {
        Assert.Null(DisclosureProfile.Strict.Mean(3.5, 9));
        Assert.Equal(3.5, DisclosureProfile.Strict.Mean(3.5, 10));
        Assert.Null(DisclosureProfile.SubNational.Mean(3.5, 7));
        Assert.Null(DisclosureProfile.SubNational.Mean(3.5, 0));
    }

    [Fact]
    public void A_group_all_of_one_answer_is_hidden_where_the_trait_is_sensitive()
    {
        var table = DisclosureAttackTests.Table([[40, 0], [30, 25], [20, 45]], KnownTotals.None);

        Assert.Equal(["about 40", "0"], Disclosure.Protect(table).Cells[0].Select(c => c.Words));
        Assert.Equal(["hidden", "hidden"], Disclosure.Protect(table with { IsSensitive = true }).Cells[0].Select(c => c.Words));
    }

    [Fact]
    public void A_small_cell_takes_the_cheapest_rectangle_with_it()
    {
        var table = Disclosure.Protect(DisclosureAttackTests.Table([[3, 90, 12], [80, 95, 85], [11, 70, 10]], KnownTotals.None));

        Assert.Equal(["hidden", "about 90", "hidden"], table.Cells[0].Select(c => c.Words));
        Assert.Equal(["about 80", "about 95", "about 85"], table.Cells[1].Select(c => c.Words));
        Assert.Equal(["hidden", "about 70", "hidden"], table.Cells[2].Select(c => c.Words));
        Assert.Equal(["about 105", "about 260", "about 90"], table.RowTotals.Select(c => c.Words));
        Assert.Equal("about 455", table.Total.Words); // 456, from the truth
        Assert.Equal("86%", table.Row(0).Rows[1].ShareWords);
    }

    [Fact]
    public void Tables_of_no_rows_one_row_or_one_column_have_totals_too()
    {
        var none = Disclosure.Protect(new CountTable([], ["A", "B"], []));
        Assert.Equal(["0", "0"], none.ColumnTotals.Select(c => c.Words));
        var row = Disclosure.Protect(DisclosureAttackTests.Table([[12, 28]], KnownTotals.None));
        Assert.Equal("about 40", row.RowTotals[0].Words);
        Assert.Equal(row.Cells[0], row.ColumnTotals);
        var column = Disclosure.Protect(DisclosureAttackTests.Table([[12], [28]], KnownTotals.None));
        Assert.Equal("about 40", column.ColumnTotals[0].Words);
        Assert.Equal(column.Cells.Select(r => r[0]), column.RowTotals);
    }

    [Fact]
    public void A_table_with_a_count_missing_or_below_nought_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Disclosure.Protect(new CountTable(["r"], ["A", "B"], [[1]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Disclosure.Protect(new CountTable(["r"], ["A"], [[-1]])));
    }
}
