using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Frameworks;
using CommunityVoice.Strategies;

namespace CommunityVoice.Tests.Strategies;

/// <summary>Money of several strategies added up: to the penny, what two tell of once where they name the same bodies, and no item counted for another that nobody named.</summary>
public sealed class MoneyAboveTests
{
    private readonly Framework framework = Plan.Framework();

    [Fact]
    public void What_is_added_up_is_the_sum_of_its_parts_in_every_table()
    {
        var near = Plan.Whole(Plan.Strategy(framework: framework));
        var far = Plan.Whole(Plan.Strategy(A.Area("Fellside"), A.Body("Fellside board", BodyKind.StrategyBoard), framework));
        far.AddLine(Plan.Line(100_01, null, to: "hospital", items: [.. framework.Items]));
        far.AddLine(Plan.Line(7, null, to: "general-practice") with { Shift = "shift-digital" });

        var above = Of([near, far]);

        var (one, other) = (MoneyMatrix.Of(near, Plan.Lists), MoneyMatrix.Of(far, Plan.Lists));
        Assert.Equal(one.Rows.Zip(other.Rows, (a, b) => a.Pence + b.Pence), above.Matrix.Rows.Select(r => r.Pence));
        Assert.Equal([20_033_34, 20_033_34, 33_33], above.Matrix.Rows.Select(r => r.Pence));
        Assert.Equal((one.Total + other.Total, one.Unlinked + other.Unlinked), (above.Matrix.Total, above.Matrix.Unlinked));
        Assert.Equal(above.Matrix.Total, above.Matrix.TotalBySetting.Sum());
        Assert.Equal(above.Matrix.Total, above.Strategies.Sum(s => s.Counted));
        Assert.Equal(above.Matrix.Total, above.Shifts.Sum(s => s.Pence));
        Assert.Equal(MoneyShift.Of(near, Plan.Lists).ToVoluntary + MoneyShift.Of(far, Plan.Lists).ToVoluntary, above.Shift.ToVoluntary);
        Assert.Equal(0, above.ToldElsewhere);
        Assert.Equal(framework, above.Items.Framework);
        Assert.Empty(above.Items.Apart);
    }

    [Fact]
    public void What_one_strategy_gives_and_another_tells_of_is_counted_with_the_one_that_tells_what_it_is_for()
    {
        var (giver, getter) = GiverAndGetter();
        giver.AddLine(Plan.Line(500_00, kind: "council") with { Recipient = "the board " });
        giver.AddLine(Plan.Line(70_00));
        getter.AddLine(Plan.Line(200_00, items: [framework.Items[0]]) with { Source = "System board" });
        getter.AddLine(Plan.Line(30_00));

        var above = Of([giver, getter]);

        Assert.Equal([(570_00L, 200_00L), (230_00L, 0L)], above.Strategies.Select(s => (s.Pence, s.ToldElsewhere)));
        Assert.Equal(600_00, above.Matrix.Total);
        Assert.Equal((200_00, 400_00), (above.Matrix.Rows[0].Pence, above.Matrix.Unlinked));
        Assert.Equal(above.Matrix.Total, above.Shift.Total);
        Assert.Equal(above.Matrix.Total, above.Strategies.Sum(s => s.Counted));
    }

    [Fact]
    public void Bodies_that_were_chosen_tell_whatever_they_are_called()
    {
        var (giver, getter) = GiverAndGetter();
        giver.AddLine(Plan.Line(500_00, kind: "council") with { Payee = getter.Strategy.By });
        getter.AddLine(Plan.Line(200_00) with { Payer = giver.Strategy.By });
        giver.Strategy.By.Describe("Board for the whole system", "", null);
        getter.Strategy.By.Describe("Board of this place", "", null);

        Assert.Equal([200_00, 0], Of([giver, getter]).Strategies.Select(s => s.ToldElsewhere));
    }

    [Fact]
    public void Another_body_of_the_same_name_is_another_body()
    {
        var (giver, getter) = GiverAndGetter();
        giver.AddLine(Plan.Line(500_00, kind: "council") with { Payee = getter.Strategy.By });
        getter.AddLine(Plan.Line(200_00) with { Payer = new Body("System board", "system-board-elsewhere", BodyKind.StrategyBoard) });

        Assert.Equal(700_00, Of([giver, getter]).Matrix.Total);
    }

    [Fact]
    public void Money_that_only_one_of_them_tells_of_or_of_another_time_stays()
    {
        var (giver, getter) = GiverAndGetter();
        giver.AddLine(Plan.Line(500_00) with { Recipient = "The board" });
        giver.AddLine(Plan.Line(40_00) with { Recipient = "Somebody else" });
        getter.AddLine(Plan.Line(200_00) with { Source = "System board", StartsOn = FinancialYear.FirstDay(2030), EndsOn = FinancialYear.LastDay(2030) });
        getter.AddLine(Plan.Line(60_00) with { Source = "A charity" });

        Assert.Equal(800_00, Of([giver, getter]).Matrix.Total);
    }

    [Fact]
    public void The_ledger_of_transfers_tells_too_what_was_handed_on()
    {
        var (giver, _) = GiverAndGetter();
        var getter = Plan.Whole(Plan.Strategy(framework: framework)); // two actions of £10,000 each
        giver.AddLine(Plan.Line(60_000_00) with { Recipient = "The board" });
        HandedOn[] handed = [Handed("System board", 3_000_00), Handed("System board", 1_000_00, month: 9), Handed("A charity", 500_00) with { Action = 2 }];

        var above = Of([giver, getter], handed);

        Assert.Equal([4_000_00, 0], above.Strategies.Select(s => s.ToldElsewhere));
        Assert.Equal(76_000_00, above.Matrix.Total);
    }

    [Fact]
    public void What_was_handed_on_at_another_time_or_to_somebody_else_is_other_money()
    {
        var (giver, _) = GiverAndGetter();
        var getter = Plan.Whole(Plan.Strategy(framework: framework));
        giver.AddLine(Plan.Line(60_000_00) with { Recipient = "The board" });

        HandedOn[] handed = [Handed("System board", 3_000_00) with { On = FakeClock.Today }, Handed("System board", 1_000_00) with { To = "Somebody else" }];

        Assert.Equal(0, Of([giver, getter], handed).ToldElsewhere);
    }

    [Fact]
    public void What_a_source_tells_is_not_told_by_the_ledger_again_and_the_rest_of_the_ledger_counts()
    {
        var (giver, getter) = GiverAndGetter();
        giver.AddLine(Plan.Line(60_000_00) with { Recipient = "The board" });
        var action = getter.AddAction(Plan.Action(getter.Strategy, ActionClass.Workforce));
        getter.AddLine(Plan.Line(2_000_00, action) with { Source = "System board" });
        getter.AddLine(Plan.Line(5_000_00, action));

        Assert.Equal(4_000_00, Of([giver, getter], [Handed("System board", 3_000_00), Handed("System board", 1_000_00, month: 9)]).ToldElsewhere);
    }

    [Fact]
    public void A_source_may_name_a_budget_that_the_giver_alone_holds_at_that_time()
    {
        var (giver, getter) = GiverAndGetter();
        giver.AddLine(Plan.Line(500_00) with { Recipient = "The board" });
        getter.AddLine(Plan.Line(200_00) with { Source = " Winter fund" });
        var held = new HeldBudget("System board", "winter Fund", FakeClock.Today, null);

        Assert.Equal(0, Of([giver, getter]).ToldElsewhere);
        Assert.Equal(200_00, Of([giver, getter], held: [held]).ToldElsewhere);
        Assert.Equal(0, Of([giver, getter], held: [held with { EndsOn = FinancialYear.FirstDay(2027) }]).ToldElsewhere);
        Assert.Equal(0, Of([giver, getter], held: [held with { For = "Winter" }]).ToldElsewhere);
        Assert.Equal(0, Of([giver, getter], held: [held, held with { By = "The board" }]).ToldElsewhere);
    }

    [Fact]
    public void Lines_that_are_over_are_in_no_sum_and_take_nothing_off()
    {
        var (giver, getter) = GiverAndGetter();
        giver.AddLine(Plan.Line(500_00) with { Recipient = "The board", StartsOn = FinancialYear.FirstDay(2025) });
        var over = getter.AddLine(Plan.Line(300_00) with { Source = "System board", StartsOn = FinancialYear.FirstDay(2023), EndsOn = FinancialYear.LastDay(2025) });
        getter.AddLine(Plan.Line(40_00));

        var above = Of([giver, getter]);

        Assert.Equal((540_00, 540_00, 300_00, 0), (above.Matrix.Total, above.Shift.Total, above.Over, above.ToldElsewhere));
        Assert.Equal([(500_00L, 0L), (40_00L, 300_00L)], above.Strategies.Select(s => (s.Pence, s.Over)));
        Assert.Equal(("2025/26 to 2027/28", "2023/24 to 2027/28"), (giver.Years, getter.Years));
        Assert.Equal((false, true), (over.IsOverOn(over.EndsOn), over.IsOverOn(over.EndsOn.AddDays(1))));
        Assert.False(getter.IsOverOn(FakeClock.Today));
        Assert.True(getter.IsOverOn(FinancialYear.FirstDay(2028)));
        Assert.False(GiverAndGetter().Getter.IsOverOn(FakeClock.Today)); // it has no line that could end
    }

    [Fact]
    public void An_older_item_counts_for_a_newer_one_only_where_it_leads_to_that_one_alone()
    {
        var later = new Framework("later", "A later guide", "2", "Somebody", null);
        later.Items.AddRange([new FrameworkItem(later, FrameworkItemKind.Goal, "kept", "Kept", 1), new FrameworkItem(later, FrameworkItemKind.Goal, "other", "Other", 2)]);
        var older = Plan.Whole(Plan.Strategy(framework: framework));
        var newer = Plan.Strategy(A.Area("Fellside"), A.Body("Fellside board", BodyKind.StrategyBoard), later).Start("Newer", Guid.NewGuid(), FakeClock.Start);
        newer.AddLine(Plan.Line(5_00, items: [later.Items[0]]));
        FrameworkItemLink[] crosswalk = [new(framework.Items[0], later.Items[0]), new(framework.Items[1], later.Items[0]), new(framework.Items[1], later.Items[1])];

        var above = Of([older, newer], crosswalk: crosswalk);

        Assert.Equal(later, above.Items.Framework);
        Assert.Equal([("Kept", 10_005_00L), ("Other", 0L), ("Help that is early", 10_000_00L)], above.Matrix.Rows.Select(r => (r.Item.Title, r.Pence)));
        Assert.Equal([framework.Items[1]], above.Items.Apart);
        Assert.Equal(20_005_00, above.Matrix.Total);
    }

    private static MoneyAbove Of(IReadOnlyList<StrategyVersion> versions, HandedOn[]? handed = null, HeldBudget[]? held = null, FrameworkItemLink[]? crosswalk = null) =>
        MoneyAbove.Of(versions, new(handed ?? [], held ?? []), crosswalk ?? [], Plan.Lists, FakeClock.Today);

    // Strategies in memory have no number yet.
    private static HandedOn Handed(string from, long pence, int month = 6) => new(0, 1, from, "The board", new(2027, month, 1), pence);

    private (StrategyVersion Giver, StrategyVersion Getter) GiverAndGetter() => (
        Plan.Strategy(A.Area("Wendale", AreaLevel.System), A.Body("System board", BodyKind.StrategyBoard), framework).Start("Across", Guid.NewGuid(), FakeClock.Start),
        Plan.Strategy(framework: framework).Start("Closer", Guid.NewGuid(), FakeClock.Start));
}
