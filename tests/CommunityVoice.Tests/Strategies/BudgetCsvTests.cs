using CommunityVoice.Bodies;
using CommunityVoice.Strategies;

namespace CommunityVoice.Tests.Strategies;

public sealed class BudgetCsvTests
{
    private static readonly string Header = string.Join(',', BudgetCsv.Columns);

    [Fact]
    public void What_goes_out_comes_back_the_same()
    {
        var version = Plan.Whole();
        var items = version.Strategy.Framework.Items;
        version.AddLine(Plan.Line(1_234_567_89, null, items: [items[2], items[0]]) with { Title = "=HYPERLINK(\"x\"), \"quoted\"\nand two lines", Recipient = "+Night, Nursing", IsRecurring = true, Level = DecisionLevel.StrategicAuthority, Terms = Plan.Terms(45, ReportingFrequency.HalfYearly, "They may stop,\nand we know it."), Shift = BudgetLine.NoShift });
        version.AddLine(Plan.Line(1) with { Source = "'=already guarded", EndsOn = new DateOnly(2028, 2, 29), Shift = "shift-digital" });
        var file = BudgetCsv.Write(version);
        var before = version.LinesInOrder.Select(Says).ToList();

        var back = BudgetImport.Read(file, version, Plan.Lists, NamedBodies.None);
        Assert.True(back.IsRight, string.Join('\n', back.Errors.Concat(back.Rows.SelectMany(r => r.Errors))));
        Assert.Equal(0, back.Added);
        back.Apply();

        Assert.Equal(before, version.LinesInOrder.Select(Says));
        Assert.Equal(file, BudgetCsv.Write(version));
        Assert.Contains("1234567.89", file, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.Contains("\"'+Night, Nursing\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_go_into_an_empty_draft_under_their_own_numbers()
    {
        var version = Plan.Whole();
        version.Remove(version.Lines[0]);
        var other = Plan.Whole();
        foreach (var line in other.Lines.ToList()) other.Remove(line);

        var back = BudgetImport.Read(BudgetCsv.Write(version), other, Plan.Lists, NamedBodies.None);
        back.Apply();

        Assert.Equal(1, back.Added);
        Assert.Equal(version.LinesInOrder.Select(Says), other.LinesInOrder.Select(Says));
    }

    [Theory]
    [InlineData("1,9,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "There is no action 9")]
    [InlineData(",,,Nurses,five,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "value must be an amount in pounds, such as 48000.00")]
    [InlineData(",,,Nurses,1.234,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "value must be an amount in pounds, such as 48000.00")]
    [InlineData(",,,Nurses,0,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "value must be an amount in pounds, such as 48000.00")]
    [InlineData(",,,Nurses,5,EUR,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "The currency must be GBP")]
    [InlineData(",,,Nurses,5,GBP,,2028-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "The last day is before the first day")]
    [InlineData(",,,Nurses,5,GBP,,1 April,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "date:fiscal:activity-start must be the first day of the period, such as 2026-04-01")]
    [InlineData(",,,,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "Enter what the money is for under economic-classification:generic:label")]
    [InlineData(",,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,often,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "expenditure-type:code must be recurring or one-off")]
    [InlineData(",,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,far,", "There is no priority with the code far")]
    [InlineData(",,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,nowhere,100,none,,,", "decision-level must be one of neighbourhood, place, system, strategicAuthority")]
    [InlineData(",,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,101,none,,,", "unrestricted-percent must be a whole number from 0 to 100")]
    [InlineData(",,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,-1,none,,,", "unrestricted-percent must be a whole number from 0 to 100")]
    [InlineData(",,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,often,,,", "reporting must be one of none, yearly, halfYearly, quarterly, monthly")]
    [InlineData(",,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,,sideways", "shift must be one of shift-community, shift-prevention, shift-digital")]
    [InlineData("x,,,Nurses,5,GBP,,2027-04-01,2028-03-31,Fund,one-off,hospital,voluntary,voluntary-group,Us,place,100,none,,,", "budget-line-id must be a number from 1, or empty for a new line")]
    public void Each_row_says_what_is_wrong_with_it_and_nothing_changes(string row, string says)
    {
        var version = Plan.Whole();
        var before = BudgetCsv.Write(version);

        var read = BudgetImport.Read($"{Header}\n{row}", version, Plan.Lists, NamedBodies.None);

        Assert.Equal((2, says), (read.Rows.Single().Line, Assert.Single(read.Rows.Single().Errors)));
        Assert.False(read.IsRight);
        Assert.Throws<InvalidOperationException>(read.Apply);
        Assert.Equal(before, BudgetCsv.Write(version));
    }

    [Theory]
    [InlineData("", "There is nothing in it. Paste the whole file, its first line included")]
    [InlineData("value\n5", "The first line lacks these columns: ")]
    public void A_file_that_cannot_be_read_says_so(string text, string says) =>
        Assert.StartsWith(says, Assert.Single(BudgetImport.Read(text, Plan.Whole(), Plan.Lists, NamedBodies.None).Errors), StringComparison.Ordinal);

    [Fact]
    public void A_file_from_before_shifts_still_comes_in_and_its_lines_take_those_of_their_actions()
    {
        var version = Plan.Whole();
        version.Rewrite(version.Actions[0], Plan.Action(version.Strategy, ActionClass.Workforce) with { Shift = "shift-prevention" });
        version.Rewrite(version.Lines[0], Plan.Line(10_000_00, version.Actions[0]) with { Shift = "shift-digital" });
        var old = string.Join("\r\n", BudgetCsv.Write(version).Split("\r\n").Select(r => r.Length == 0 ? r : string.Join(',', r.Split(',')[..^4])));
        Assert.DoesNotContain("shift", old, StringComparison.Ordinal);

        var back = BudgetImport.Read(old, version, Plan.Lists, NamedBodies.None);
        back.Apply();

        Assert.Equal(("", "shift-prevention"), (version.Lines[0].OwnShift, version.Lines[0].Shift));
        Assert.EndsWith("expenditure,,shift-prevention,,", BudgetCsv.Write(version).Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_there_twice_is_refused() =>
        Assert.Contains("Line 1 is there twice", BudgetImport.Read(BudgetCsv.Write(Plan.Whole()) + BudgetCsv.Write(Plan.Whole()).Split("\r\n")[1], Plan.Whole(), Plan.Lists, NamedBodies.None).Rows.SelectMany(r => r.Errors));

    private static (int, string, long, DateOnly, DateOnly, string, bool, string, string, string, string, DecisionLevel, GrantTerms, string, int?, string) Says(BudgetLine l) => (
        l.Number, l.Title, l.Pence, l.StartsOn, l.EndsOn, l.Source, l.IsRecurring, l.FromSetting, l.ToSetting, l.RecipientKind, l.Recipient, l.Level, l.Terms, l.OwnShift,
        l.Action?.Number, string.Join(';', l.Serves.Select(i => i.Code)));
}
