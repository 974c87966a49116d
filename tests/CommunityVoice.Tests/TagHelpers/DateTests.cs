using CommunityVoice.Web.TagHelpers;

namespace CommunityVoice.Tests.TagHelpers;

public class DateTests
{
    [Theory]
    [InlineData("24", "11", "2026")]
    [InlineData(" 24 ", "Nov", "2026")]
    [InlineData("24", "november", "2026")]
    public async Task A_date_is_read_from_three_boxes(string day, string month, string year)
    {
        var page = await Send(day, month, year);
        Assert.Equal(new DateOnly(2026, 11, 24), page.Form.ClosesOn);
        Assert.True(page.State.IsValid, string.Join("; ", page.State.SelectMany(s => s.Value!.Errors).Select(e => e.ErrorMessage)));
    }

    [Theory]
    [InlineData("", "11", "2026", "Closing date must include a day")]
    [InlineData("24", "", "", "Closing date must include a month and year")]
    [InlineData("31", "2", "2026", "Closing date must be a real date")]
    [InlineData("24", "13", "2026", "Closing date must have a month from 1 to 12, or its name")]
    [InlineData("24", "11", "26", "Closing date must have a year of four digits, such as 2026")]
    [InlineData("x", "y", "z", "Closing date must have a month from 1 to 12, or its name")]
    [InlineData("99999999999999999999", "1", "2026", "Closing date must be a real date")]
    public async Task A_date_that_is_none_says_why_and_keeps_what_was_entered(string day, string month, string year, string why)
    {
        var page = await Send(day, month, year);
        var field = page.Field<DateFieldTagHelper>("ClosesOn");
        Assert.Equal("Error: " + why, field.QuerySelector(".nhsuk-error-message")!.TextContent);
        Assert.Equal([day, month, year], field.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.False(page.State.IsValid);
    }

    [Fact]
    public async Task No_date_is_allowed_where_none_is_required()
    {
        var page = await Send("", "", "");
        Assert.Null(page.Form.ClosesOn);
        Assert.True(page.State.IsValid);
    }

    [Fact]
    public async Task An_address_may_hold_a_date_in_one_piece()
    {
        var page = await Rendered.SentAsync(("Email", "a@b.uk"), ("Body", "x"), ("Voice", "Carer"), ("ClosesOn", "2026-11-24"));
        Assert.Equal(new DateOnly(2026, 11, 24), page.Form.ClosesOn);
        Assert.True(page.State.IsValid);
    }

    [Fact]
    public void A_date_is_shown_in_its_boxes()
    {
        var field = Rendered.Of(new SampleForm { ClosesOn = new DateOnly(2026, 3, 4) }).Field<DateFieldTagHelper>("ClosesOn");
        Assert.Equal(["4", "3", "2026"], field.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Only_the_part_that_is_missing_is_marked()
    {
        var page = await Send("24", "", "2026");
        Assert.Equal("Input.ClosesOn.Month", Assert.Single(page.Field<DateFieldTagHelper>("ClosesOn").QuerySelectorAll(".nhsuk-input--error")).GetAttribute("name"));
    }

    private static Task<Rendered> Send(string day, string month, string year) => Rendered.SentAsync(
        ("Email", "a@b.uk"), ("Body", "x"), ("Voice", "Carer"), ("ClosesOn.Day", day), ("ClosesOn.Month", month), ("ClosesOn.Year", year));
}
