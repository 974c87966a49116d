using CommunityVoice.Recommendations;

namespace CommunityVoice.Tests.Recommendations;

public sealed class AskCheckTests
{
    [Theory]
    [InlineData("Consider whether to open the desk for bookings")]
    [InlineData("Explore options for a night nurse")]
    [InlineData("Look at whether the phones can be answered sooner")]
    [InlineData("Look into lifts home after nine at night")]
    [InlineData("Work towards shorter waits at the desk")]
    [InlineData("Offer interpreters where possible")]
    [InlineData("Be mindful of people who work shifts")]
    public void What_asks_for_nothing_that_can_be_seen_is_vague(string ask) =>
        Assert.Contains("asks for nothing that can be seen", Assert.Single(AskCheck.Warnings(ask)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Open the desk for bookings and train the staff who sit there", "more than one thing")]
    [InlineData("Pay for interpreters; publish how often they are used", "more than one thing")]
    [InlineData("Tell carers before somebody comes home, and then ring them the next day", "more than one thing")]
    [InlineData("Open the desk for bookings as well as publish the waiting times", "more than one thing")]
    [InlineData("Open the desk for bookings. Print the number on every letter", "more than one sentence")]
    [InlineData("Open the desk for bookings\nPrint the number", "more than one sentence")]
    public void Two_asks_are_told_from_one(string ask, string warning) =>
        Assert.Contains(warning, Assert.Single(AskCheck.Warnings(ask)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Give every practice a phone queue that keeps the caller's place and rings back")]
    [InlineData("Let people book at the desk in every practice")]
    [InlineData("Print one number on discharge letters and on the website.")]
    [InlineData("Reopen St. James and All Saints surgery on Saturdays")]
    [InlineData("Answer 90 per cent of calls within 3.5 minutes by the end of March")]
    public void One_clear_ask_raises_no_warning(string ask) => Assert.Empty(AskCheck.Warnings(ask));

    [Fact]
    public void Long_asks_and_many_recommendations_are_warned_about()
    {
        Assert.Contains("longer than 40 words", Assert.Single(AskCheck.Warnings("Open " + string.Join(' ', Enumerable.Repeat("door", 41)))), StringComparison.Ordinal);
        Assert.Empty(AskCheck.Warnings("Open the desk", others: 5));
        Assert.Contains("6 other recommendations", Assert.Single(AskCheck.Warnings("Open the desk", others: 6)), StringComparison.Ordinal);
    }
}
