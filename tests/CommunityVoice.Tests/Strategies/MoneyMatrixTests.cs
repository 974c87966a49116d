using CommunityVoice.Strategies;

namespace CommunityVoice.Tests.Strategies;

public sealed class MoneyMatrixTests
{
    [Fact]
    public void Rows_columns_and_lines_add_up_to_the_penny_however_lines_are_split()
    {
        var version = Plan.Whole();
        var items = version.Strategy.Framework.Items;
        version.AddLine(Plan.Line(100_01, null, to: "hospital", items: [items[0], items[1], items[2]]));
        version.AddLine(Plan.Line(7, null, to: "general-practice"));

        var matrix = MoneyMatrix.Of(version, Plan.Lists);

        Assert.Equal(version.Lines.Sum(l => l.Pence), matrix.Total);
        Assert.Equal(matrix.Total, matrix.Rows.Sum(r => r.Pence) + matrix.Unlinked);
        Assert.Equal(matrix.Total, matrix.TotalBySetting.Sum());
        Assert.All(matrix.Rows, r => Assert.Equal(r.Pence, r.BySetting.Sum()));
        for (var s = 0; s < matrix.Settings.Count; s++) Assert.Equal(matrix.TotalBySetting[s], matrix.Rows.Sum(r => r.BySetting[s]) + matrix.UnlinkedBySetting[s]);
        Assert.Equal([10_000_00 + 33_34, 10_000_00 + 33_34, 33_33], matrix.Rows.Select(r => r.Pence));
        Assert.Equal(7, matrix.Unlinked);
        Assert.Equal(7, Assert.Single(matrix.UnlinkedLines).Pence);
    }

    [Fact]
    public void A_line_without_priorities_of_its_own_is_for_those_of_its_action()
    {
        var version = Plan.Whole();
        Assert.Equal(version.Actions[0].Serves, version.Lines[0].Serves);

        version.Rewrite(version.Lines[0], Plan.Line(5, version.Actions[0], items: [version.Strategy.Framework.Items[2]]));

        Assert.Equal([version.Strategy.Framework.Items[2]], version.Lines[0].Serves);
    }

    [Fact]
    public void The_known_case_is_computed_and_not_typed()
    {
        Assert.Equal(400, Plan.Lists.Benchmark.Organisations);
        Assert.Equal(10, Plan.Lists.Benchmark.PercentOfRevenue);
        Assert.Equal("£20.83", Money.Words(Plan.Lists.Benchmark.PenceAHead));
        Assert.Null(MoneyMatrix.AHead(100, null));
        Assert.Null(MoneyMatrix.AHead(100, 0));
    }

    [Fact]
    public void The_shift_and_the_length_of_grants_are_told_apart()
    {
        var strategy = Plan.Strategy();
        var version = strategy.Start("Closer", Guid.NewGuid(), FakeClock.Start);
        version.AddLine(Plan.Line(300_00, to: "neighbourhood", kind: "council"));
        version.AddLine(Plan.Line(600_00, years: 3));
        version.AddLine(Plan.Line(100_00, from: "new-money"));

        var shift = MoneyShift.Of(version, Plan.Lists);

        Assert.Equal((1000_00, 900_00, 900_00), (shift.Total, shift.FromHospital, shift.HospitalToNeighbourhood));
        Assert.Equal((700_00, 300_00, 1), (shift.ToVoluntary, shift.ToVoluntaryAYear, shift.VoluntaryGroups));
        Assert.Equal(700_00, shift.VoluntaryUnrestricted);
        Assert.Equal(0.9, shift.Share(shift.HospitalToNeighbourhood));
        Assert.Equal([("Up to a year", 100_00, true), ("Three years or more", 600_00, false)], shift.Terms.Select(t => (t.Words, t.Pence, t.IsShort)));
        Assert.Equal("2027/28 to 2029/30", version.Lines[1].Years);
        Assert.Equal("2027/28", version.Lines[0].Years);
    }

    [Fact]
    public void Money_is_told_apart_by_level_and_weighed_by_how_free_it_is()
    {
        var version = Plan.Strategy().Start("Closer", Guid.NewGuid(), FakeClock.Start);
        version.AddLine(Plan.Line(300_01) with { Level = DecisionLevel.System, Terms = Plan.Terms(50) });
        version.AddLine(Plan.Line(100_00, from: "new-money") with { Terms = Plan.Terms(0) });
        version.AddLine(Plan.Line(200_00, from: "new-money", to: "hospital"));

        var shift = MoneyShift.Of(version, Plan.Lists);

        Assert.Equal(150_01 + 200_00, shift.VoluntaryUnrestricted);
        Assert.Equal([(DecisionLevel.Place, 2, 300_00L), (DecisionLevel.System, 1, 300_01L)], shift.Levels.Select(l => (l.Level, l.Lines, l.Pence)));
        Assert.Equal([("hospital", "voluntary", 300_01L), ("new-money", "hospital", 200_00L), ("new-money", "voluntary", 100_00L)], shift.Flows.Select(f => (f.From, f.To, f.Pence)));
        Assert.Equal(shift.Total, shift.Flows.Sum(f => f.Pence));
        Assert.Throws<ArgumentException>(() => version.AddLine(Plan.Line(1) with { Terms = Plan.Terms(101) }));
    }

    [Fact]
    public void Shifts_add_up_to_all_the_money_with_what_is_part_of_none()
    {
        var version = Plan.Whole();
        version.Rewrite(version.Actions[0], Plan.Action(version.Strategy, ActionClass.Workforce) with { Shift = "shift-community" });
        version.AddLine(Plan.Line(5_01, version.Actions[0]) with { Shift = "shift-digital" });
        version.AddLine(Plan.Line(7_00, version.Actions[0]) with { Shift = BudgetLine.NoShift });
        version.AddLine(Plan.Line(3) with { Shift = "shift-of-long-ago" });

        var rows = ShiftRow.Of(version, Plan.Lists);

        Assert.Equal(
            [("shift-community", 1, 10_000_00L), ("shift-prevention", 0, 0L), ("shift-digital", 1, 5_01L), ("shift-of-long-ago", 1, 3L), ("", 2, 10_007_00L)],
            rows.Select(r => (r.Code, r.Lines, r.Pence)));
        Assert.Equal((version.Lines.Count, version.Lines.Sum(l => l.Pence)), (rows.Sum(r => r.Lines), rows.Sum(r => r.Pence)));
        Assert.Equal(["From hospital to community", "From treatment and sickness to prevention", "From analogue to digital"], Plan.Lists.Shifts.Select(s => s.Name));
    }

    [Theory]
    [InlineData(ReportingFrequency.Yearly, 1, 10_000_00, false)]
    [InlineData(ReportingFrequency.HalfYearly, 1, 10_000_00, true)]
    [InlineData(ReportingFrequency.Quarterly, 1, 50_000_00, false)]
    [InlineData(ReportingFrequency.Monthly, 1, 49_999_99, true)]
    [InlineData(ReportingFrequency.Monthly, 3, 149_999_97, true)]
    [InlineData(ReportingFrequency.Monthly, 3, 150_000_00, false)]
    public void Reports_more_than_once_a_year_are_heavy_where_a_years_money_is_small(ReportingFrequency frequency, int years, long pence, bool isHeavy)
    {
        var version = Plan.Strategy().Start("Closer", Guid.NewGuid(), FakeClock.Start);

        Assert.Equal(isHeavy, Plan.Lists.IsHeavy(version.AddLine(Plan.Line(pence, years: years) with { Terms = Plan.Terms(reporting: frequency) })));
    }

    [Fact]
    public void A_strategy_without_money_has_totals_of_nought()
    {
        var version = Plan.Strategy().Start("Closer", Guid.NewGuid(), FakeClock.Start);

        Assert.Equal(0, MoneyMatrix.Of(version, Plan.Lists).Total);
        Assert.Equal(0, MoneyShift.Of(version, Plan.Lists).Share(0));
    }
}
