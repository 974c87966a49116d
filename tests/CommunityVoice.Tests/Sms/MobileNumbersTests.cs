using CommunityVoice.People;

namespace CommunityVoice.Tests.Sms;

public sealed class MobileNumbersTests
{
    [Theory]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData(" 07700900123 ", "+447700900123")]
    [InlineData("07700-900-123", "+447700900123")]
    [InlineData("(07700) 900 123", "+447700900123")]
    [InlineData("07700.900.123", "+447700900123")]
    [InlineData("07700\u00a0900123", "+447700900123")]
    [InlineData("+44 7700 900123", "+447700900123")]
    [InlineData("+44 (0)7700 900123", "+447700900123")]
    [InlineData("0044 7700 900123", "+447700900123")]
    [InlineData("447700900123", "+447700900123")] // as services write it
    [InlineData("07624 000123", "+447624000123")] // Isle of Man
    [InlineData("07781 000123", "+447781000123")] // Guernsey
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("7700 900123", null)]
    [InlineData("07700 90012", null)]
    [InlineData("07700 9001234", null)]
    [InlineData("01632 960123", null)] // no mobile number
    [InlineData("07012 345678", null)] // costs whoever calls it
    [InlineData("07600 123456", null)] // a pager
    [InlineData("+1 202 555 0123", null)]
    [InlineData("+353 85 012 3456", null)]
    [InlineData("+07700 900123", null)]
    [InlineData("07700 900123 or 07700 900124", null)]
    [InlineData("asha@example.org", null)]
    public void A_number_is_read_as_people_write_it(string? typed, string? number) => Assert.Equal(number, MobileNumbers.Read(typed));

    [Fact]
    public void A_number_is_shown_as_people_here_write_it() => Assert.Equal("07700 900123", MobileNumbers.Shown("+447700900123"));
}
