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

    [Theory]
    [InlineData("", "They met.", "Say how the voice bodies that reach the area were involved")]
    [InlineData("They read it.", " ", "Say how people who live or work there were involved")]
    public void Both_kinds_of_involvement_must_be_told(string bodies, string people, string says)
    {
        var version = Plan.Whole();
        version.Involve(bodies, people);

        Assert.Equal(says, Assert.Single(StrategyLacks.Of(version)).Message);
    }

    [Fact]
    public void A_local_measure_is_whole_or_not_begun()
    {
        var version = Plan.Whole();
        var item = version.Strategy.Framework.Items[2];
        version.Measure(item, new("People seen", "", "", null, null));
        Assert.StartsWith("Say how “Help that is open” is measured here", Assert.Single(StrategyLacks.Of(version)).Message, StringComparison.Ordinal);

        version.Measure(item, new("People seen", "10", "20", FakeClock.Today, version.Strategy.By));
        Assert.Empty(StrategyLacks.Of(version));
        version.Publish(Guid.NewGuid(), FakeClock.Start);
        var second = version.Strategy.Revise("More.", Guid.NewGuid(), FakeClock.Start);
        Assert.True(StrategyChanges.Between(version, second, Plan.Lists, Plan.Skills, Plan.Determinants).IsNothing);
        second.Measure(item, new("", "", "", null, null));
        Assert.Empty(second.Measures);
        Assert.Equal("Measure of “Help that is open”", Assert.Single(StrategyChanges.Between(version, second, Plan.Lists, Plan.Skills, Plan.Determinants).Words).What);
    }

    [Fact]
    public void An_action_for_the_community_needs_no_owner_and_one_for_the_country_needs_its_ask()
    {
        var version = Plan.Whole();
        var facts = Plan.Action(version.Strategy, ActionClass.Workforce) with { Owner = null };
        version.Rewrite(version.Actions[0], facts with { OwnerKind = OwnerKind.Community });
        Assert.Empty(StrategyLacks.Of(version));

        version.Rewrite(version.Actions[0], facts with { OwnerKind = OwnerKind.National });
        Assert.Equal("Write what is asked of those who decide for the country in action 1, “Do Workforce”", Assert.Single(StrategyLacks.Of(version)).Message);
        version.Rewrite(version.Actions[0], facts with { OwnerKind = OwnerKind.National, NationalAsk = "Train more." });
        Assert.Empty(StrategyLacks.Of(version));
    }

    [Theory]
    [InlineData("", "Now.", "Seen.")]
    [InlineData("Before.", " ", "Seen.")]
    [InlineData("Before.", "Now.", "")]
    public void Nothing_is_done_without_what_was_what_is_and_what_shows_it(string before, string now, string evidence)
    {
        var strategy = Plan.Whole().Strategy;

        Assert.Throws<ArgumentException>(() => strategy.Report(1, new(ActionState.Done, FakeClock.Today, before, now, evidence, ""), Guid.NewGuid(), FakeClock.Start));
        Assert.Null(strategy.StateOf(1));
        strategy.Report(1, new(ActionState.Done, FakeClock.Today, "Before.", "Now.", "Seen.", ""), Guid.NewGuid(), FakeClock.Start);
        Assert.Equal(ActionState.Done, strategy.StateOf(1));
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
        Assert.True(StrategyChanges.Between(version, second, Plan.Lists, Plan.Skills, Plan.Determinants).IsNothing);
        second.Remove(second.Actions.Single(a => a.Number == 2));
        second.AddAction(Plan.Action(version.Strategy, ActionClass.Accountability) with { Title = "Listen" });
        second.Rewrite(second.Lines.Single(l => l.Number == 1), Plan.Line(12_000_00, second.Actions.Single(a => a.Number == 1)));
        var changes = StrategyChanges.Between(version, second, Plan.Lists, Plan.Skills, Plan.Determinants);

        Assert.Equal("Listen", Assert.Single(changes.AddedActions).Title);
        Assert.Equal("Do Accountability", Assert.Single(changes.RemovedActions).Title);
        Assert.Contains(new Reworded("Amount", "£10,000", "£12,000"), changes.ChangedLines.SelectMany(c => c.Words));
        Assert.Contains(new Reworded("Action", "2", "none"), changes.ChangedLines.SelectMany(c => c.Words));
        Assert.Equal(2_000_00, changes.MorePence);
        Assert.Equal(10_000_00, version.Lines[0].Pence);
    }
}
