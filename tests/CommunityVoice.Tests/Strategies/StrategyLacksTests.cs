using CommunityVoice.Strategies;

namespace CommunityVoice.Tests.Strategies;

public sealed class StrategyLacksTests
{
    [Fact]
    public void A_whole_strategy_lacks_nothing() => Assert.Empty(StrategyLacks.Of(Plan.Whole()));

    [Theory]
    [InlineData(ActionClass.Workforce, "Add at least one action about the workforce")]
    [InlineData(ActionClass.Accountability, "Add at least one action about local accountability")]
    public void Both_kinds_of_action_must_be_there(ActionClass missing, string says)
    {
        var version = Plan.Whole();
        var action = version.Actions.Single(a => a.Class == missing);
        version.Rewrite(action, Plan.Action(version.Strategy, ActionClass.Other));

        Assert.Equal(says, Assert.Single(StrategyLacks.Of(version)).Message);
    }

    [Theory]
    [InlineData("text", "Write what will be done in action 1, “Do Workforce”")]
    [InlineData("owner", "Choose who owns action 1, “Do Workforce”")]
    [InlineData("date", "Enter the day by which action 1, “Do Workforce” is done")]
    [InlineData("measure", "Write how action 1, “Do Workforce” is measured, where it stands now and what it should reach")]
    [InlineData("baseline", "Write how action 1, “Do Workforce” is measured, where it stands now and what it should reach")]
    [InlineData("target", "Write how action 1, “Do Workforce” is measured, where it stands now and what it should reach")]
    [InlineData("lower", "Answer whether action 1, “Do Workforce” could be decided lower")]
    [InlineData("items", "Choose the priorities that action 1, “Do Workforce” serves")]
    [InlineData("finding", "Choose the findings that ask for action 1, “Do Workforce”, or say why there is none")]
    [InlineData("both", "Take out either the money of action 1, “Do Workforce” or the reason why it has none")]
    public void Each_part_of_an_action_must_be_there(string part, string says)
    {
        var version = Plan.Whole();
        var facts = Plan.Action(version.Strategy, ActionClass.Workforce);
        version.Rewrite(version.Actions[0], part switch
        {
            "text" => facts with { WhatWillBeDone = " " },
            "owner" => facts with { Owner = null },
            "date" => facts with { DueOn = null },
            "measure" => facts with { Measure = "" },
            "baseline" => facts with { Baseline = "" },
            "target" => facts with { Target = "" },
            "lower" => facts with { CouldBeLower = "" },
            "items" => facts with { Items = [] },
            "finding" => facts with { NoFindingReason = "" },
            _ => facts with { UnfundedReason = "None was left." },
        });

        Assert.Equal(says, Assert.Single(StrategyLacks.Of(version)).Message);
        Assert.Throws<InvalidOperationException>(() => version.Publish(Guid.NewGuid(), FakeClock.Start));
    }

    [Fact]
    public void An_action_has_money_or_says_why_not()
    {
        var version = Plan.Whole();
        version.Remove(version.Lines[0]);
        Assert.Equal("Add money for action 1, “Do Workforce”, or say why it has none", Assert.Single(StrategyLacks.Of(version)).Message);

        version.Rewrite(version.Actions[0], Plan.Action(version.Strategy, ActionClass.Workforce) with { UnfundedReason = "None was left." });
        Assert.Empty(StrategyLacks.Of(version));
    }

    [Fact]
    public void A_published_version_never_changes_and_a_new_one_keeps_its_numbers()
    {
        var version = Plan.Whole();
        version.Publish(Guid.NewGuid(), FakeClock.Start);

        Assert.Throws<InvalidOperationException>(() => version.Describe("Other", "", ""));
        Assert.Throws<InvalidOperationException>(() => version.AddAction(Plan.Action(version.Strategy, ActionClass.Other)));
        Assert.Throws<InvalidOperationException>(() => version.Rewrite(version.Actions[0], Plan.Action(version.Strategy, ActionClass.Other)));
        Assert.Throws<InvalidOperationException>(() => version.Remove(version.Actions[0]));
        Assert.Throws<InvalidOperationException>(() => version.AddLine(Plan.Line(1)));
        Assert.Throws<InvalidOperationException>(() => version.Rewrite(version.Lines[0], Plan.Line(1)));
        Assert.Throws<InvalidOperationException>(() => version.Remove(version.Lines[0]));
        Assert.Throws<InvalidOperationException>(() => version.Publish(Guid.NewGuid(), FakeClock.Start));

        var second = version.Strategy.Revise("More money.", Guid.NewGuid(), FakeClock.Start);
        Assert.True(StrategyChanges.Between(version, second, Plan.Lists).IsNothing);
        second.Remove(second.Actions.Single(a => a.Number == 2));
        second.AddAction(Plan.Action(version.Strategy, ActionClass.Accountability) with { Title = "Listen" });
        second.Rewrite(second.Lines.Single(l => l.Number == 1), Plan.Line(12_000_00, second.Actions.Single(a => a.Number == 1)));
        var changes = StrategyChanges.Between(version, second, Plan.Lists);

        Assert.Equal("Listen", Assert.Single(changes.AddedActions).Title);
        Assert.Equal("Do Accountability", Assert.Single(changes.RemovedActions).Title);
        Assert.Contains(new Reworded("Amount", "£10,000", "£12,000"), changes.ChangedLines.SelectMany(c => c.Words));
        Assert.Contains(new Reworded("Action", "2", "none"), changes.ChangedLines.SelectMany(c => c.Words));
        Assert.Equal(2_000_00, changes.MorePence);
        Assert.Equal(10_000_00, version.Lines[0].Pence);
    }
}
