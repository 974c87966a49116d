using CommunityVoice.Web.TagHelpers;

namespace CommunityVoice.Tests.TagHelpers;

public class SignTests
{
    // Half past midnight in the UK, though still the day before by UTC: all days below are the UK's.
    private static readonly DateTimeOffset Now = new(2026, 6, 20, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-06-20", "Closed 20 June", "cv-closing cv-closing--past")]
    [InlineData("2026-06-21", "Closes today", "cv-closing cv-closing--soon")]
    [InlineData("2026-06-22", "Closes 22 June, tomorrow", "cv-closing cv-closing--soon")]
    [InlineData("2026-06-24", "Closes 24 June, in 3 days", "cv-closing cv-closing--soon")]
    [InlineData("2026-06-29", "Closes 29 June, in 8 days", "cv-closing")]
    [InlineData("2027-01-04", "Closes 4 January 2027", "cv-closing")]
    public void The_closing_date_says_how_long_is_left(string date, string words, string css)
    {
        var sign = Rendered.Written(new ClosingTagHelper(new Clock()) { Date = Day(date) });
        Assert.Equal((words, css), (sign.TextContent, sign.ClassName));
    }

    [Fact]
    public void What_never_closes_is_always_open_and_what_has_not_opened_says_when()
    {
        Assert.Equal("Always open", Rendered.Written(new ClosingTagHelper(new Clock())).TextContent);
        Assert.Equal("Opens 1 July", Rendered.Written(new ClosingTagHelper(new Clock()) { Opens = Day("2026-07-01"), Date = Day("2026-08-01") }).TextContent);
    }

    [Fact]
    public void Times_are_the_UKs()
    {
        var time = Rendered.Written(new TimeTagHelper(new Clock()) { At = Now });
        Assert.Equal(("21 June, 00:30", "2026-06-21T00:30:00+01:00"), (time.TextContent, time.GetAttribute("datetime")));
        Assert.Equal("31 December 2025, 12:00", Rendered.Written(new TimeTagHelper(new Clock()) { At = new(2025, 12, 31, 12, 0, 0, TimeSpan.Zero) }).TextContent);
        Assert.Equal("21 June 2026", Rendered.Written(new DateTagHelper { At = Now }).TextContent);
        Assert.Equal("4 March 2026", Rendered.Written(new DateTagHelper { On = Day("2026-03-04") }).TextContent);
    }

    [Fact]
    public void A_voice_is_a_word_and_a_colour_and_says_when_it_was_checked()
    {
        var sign = Rendered.Written(new VoiceTagHelper { Voice = "CommunityGroup", Verified = true });
        Assert.Equal("cv-voice cv-voice--community-group", sign.ClassName);
        Assert.Equal("Community group ✓, checked", sign.TextContent);
        Assert.Equal("Official reply", Rendered.Written(new VoiceTagHelper { Voice = "VoiceBody", Words = "Official reply" }).TextContent);
        Assert.Equal("", Rendered.Written(new VoiceTagHelper { Voice = "NotSaid" }).TextContent);
    }

    [Theory]
    [InlineData("Asha B", "AB")]
    [InlineData("pat", "P")]
    [InlineData("Rivermead Night Nursing", "RN")]
    [InlineData("Élodie van Dijk", "ÉV")]
    [InlineData("(Weirside) 3rd Scouts", "3S")]
    [InlineData("𐐷x 𐐨y", "𐐏𐐀")]
    [InlineData("", "")]
    public void Initials_are_of_the_first_two_words(string name, string initials) =>
        Assert.Equal(initials, AvatarTagHelper.Initials(name));

    [Fact]
    public void A_bar_is_drawn_by_attributes_alone()
    {
        var bar = Rendered.Written(new BarTagHelper { Value = 0.71, Low = 0.68, High = 0.74 });
        Assert.Equal("284", bar.QuerySelector(".cv-bar__fill")!.GetAttribute("width"));
        Assert.Equal(("272", "296"), (bar.QuerySelector(".cv-bar__interval")!.GetAttribute("x1"), bar.QuerySelector(".cv-bar__interval")!.GetAttribute("x2")));
        Assert.Equal("true", bar.GetAttribute("aria-hidden"));
        Assert.Empty(bar.QuerySelectorAll("[style]"));
        Assert.Equal("400", Rendered.Written(new BarTagHelper { Value = 1.2 }).QuerySelector(".cv-bar__fill")!.GetAttribute("width"));
    }

    [Fact]
    public void A_stepper_works_by_its_buttons_alone()
    {
        var row = Rendered.Written(new StepperTagHelper { Name = "Dots[12]", Key = "12", Label = "A nurse at night", Value = 2, Max = 3 });
        Assert.Equal(["take", "add"], row.QuerySelectorAll("button[type=submit][value='12']").Select(b => b.GetAttribute("name")));
        Assert.Equal("One more dot for A nurse at night", row.QuerySelector("button[name=add]")!.GetAttribute("aria-label"));
        var box = row.QuerySelector("input[type=number][name='Dots[12]'][value='2'][min='0'][max='3']")!;
        Assert.Equal("A nurse at night", row.QuerySelector($"label[for={box.Id}]")!.TextContent);
        Assert.NotEqual(box.Id, Rendered.Written(new StepperTagHelper { Name = "Dots[22]", Key = "22", Label = "Lifts", Max = 3 }).QuerySelector("input")!.Id);
    }

    [Fact]
    public void A_timeline_says_where_we_are()
    {
        var line = Rendered.Written(new TimelineTagHelper { Stages = [new("Listening", "May", StageState.Done), new("Choosing", null, StageState.Now), new("Summary", null, StageState.Ahead)] });
        Assert.Equal("Choosing", line.QuerySelector("[aria-current=step]")!.TextContent);
        Assert.Equal("ListeningMaydone", line.QuerySelector("li")!.TextContent);
    }

    [Fact]
    public void One_page_has_no_pager_and_the_last_no_next()
    {
        Assert.Equal("", Rendered.Written(new PagerTagHelper()).TextContent);
        var pager = Rendered.Written(new PagerTagHelper { Previous = "?before=3", Of = "comments" });
        Assert.Equal("?before=3", Assert.Single(pager.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal("Pages of comments", pager.GetAttribute("aria-label"));
    }

    [Fact]
    public void A_button_sends_its_form_or_leads_somewhere()
    {
        Assert.Equal("submit", Rendered.Written(new ButtonTagHelper(), "Continue").GetAttribute("type"));
        var link = Rendered.Written(new ButtonTagHelper { Href = "/x", Kind = ButtonKind.Secondary }, "Add");
        Assert.Equal(("A", "/x", "nhsuk-button nhsuk-button--secondary"), (link.TagName, link.GetAttribute("href"), link.ClassName));
    }

    [Fact]
    public void Passages_keep_their_content_and_encode_what_is_given()
    {
        Assert.Equal("A <b> title", Rendered.Written(new PanelTagHelper { Title = "A <b> title" }, "<p>x</p>").QuerySelector("h1")!.TextContent);
        Assert.Equal("How", Rendered.Written(new DetailsTagHelper { Summary = "How" }, "<p>x</p>").QuerySelector("summary")!.TextContent);
        Assert.Equal("Change your name", Rendered.Written(new SummaryRowTagHelper { Key = "Your name", Change = "/n" }, "Asha").QuerySelector("dd a")!.TextContent);
        Assert.Equal("Careful", Rendered.Written(new WarningTagHelper { Title = "Careful", Level = 3 }, "<p>x</p>").QuerySelector("h3")!.TextContent);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
