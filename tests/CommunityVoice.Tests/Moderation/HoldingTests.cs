using CommunityVoice.Analysis.Text;
using CommunityVoice.Moderation;

namespace CommunityVoice.Tests.Moderation;

public sealed class HoldingTests
{
    [Theory]
    [InlineData("My mother, 943 476 5919, waited all night.", "NHS number")]
    [InlineData("Her number is 9434765919.", "NHS number")]
    [InlineData("Ring me on 07700 900123 and I will tell you.", "phone number")]
    [InlineData("Ring +44 (0)161 496 0123.", "phone number")]
    [InlineData("Write to asha.b@example.com", "e-mail address")]
    [InlineData("http://a.example http://b.example www.c.example https://d.example", "links")]
    public void Private_details_and_many_links_wait_for_a_check(string text, string because) =>
        Assert.Contains(because, Holding.ReasonToHold(text, Trust.Known), StringComparison.Ordinal);

    [Theory]
    [InlineData("I had bowel cancer, then a mastectomy, and the bloody nurse never came. Sex after surgery was never mentioned.")]
    [InlineData("In Scunthorpe and in Penistone they do it better, and in Lightwater too.")]
    [InlineData("Ring 111, or 116 123, or 0300 123 4567 in the day.")]
    [InlineData("On 12/11/2026 at 09:14 it took 1,500,000 pounds and 943 476 5918 tries.")]
    [InlineData("The surgery at M33 7ZF shuts at noon. See https://a.example/one")]
    public void Words_about_the_body_places_dates_and_public_lines_never_wait(string text) =>
        Assert.Null(Holding.ReasonToHold(text, Trust.Known));

    [Fact]
    public void A_body_may_say_how_to_reach_it_but_never_an_nhs_number()
    {
        Assert.Null(Holding.ReasonToHold("Ring 0161 496 0123 or write to desk@practice.example", Trust.Verified));
        Assert.NotNull(Holding.ReasonToHold("About 943 476 5919", Trust.Verified));
    }

    [Theory]
    [InlineData(Trust.New, "See https://a.example/one", false)]
    [InlineData(Trust.New, "See https://a.example/one and https://a.example/two", true)]
    [InlineData(Trust.Known, "https://a.example https://b.example www.c.example", false)]
    [InlineData(Trust.Known, "https://a.example https://b.example www.c.example www.d.example", true)]
    [InlineData(Trust.Verified, "https://a.example https://b.example www.c.example www.d.example", false)]
    [InlineData(Trust.New, "No link at all, and nothing that shows who anybody is.", false)]
    [InlineData(Trust.Known, "Write to desk@practice.example", true)]
    [InlineData(Trust.Verified, "Write to desk@practice.example", false)]
    [InlineData(Trust.Verified, "About 943 476 5919", true)]
    public void Who_is_better_known_waits_less(Trust trust, string text, bool waits) =>
        Assert.Equal(waits, Holding.ReasonToHold(text, trust) is not null);

    [Fact]
    public void Details_are_named_in_the_order_of_the_text() =>
        Assert.Equal([PersonalDetail.Postcode, PersonalDetail.NhsNumber], PersonalDetails.In("M33 7ZF, then 943 476 5919").Select(found => found.Detail));
}
