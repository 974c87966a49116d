using System.Text.RegularExpressions;
using CommunityVoice.Consultations;
using CommunityVoice.Follows;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Follows;

public sealed partial class NewsletterTests : SiteTest
{
    private const string Email = "ben@example.org";
    private readonly Consultation consultation = A.Consultation(area: A.Area("Weirside"));
    private readonly Person staff = A.Person("Tom W", "tom@example.org");
    private Inbox inbox = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        inbox = new(Site);
        await Site.SaveAsync(consultation, staff);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_link_is_used_and_news_come_afterwards()
    {
        var browser = new Browser(Site);
        (await AskAsync(browser)).Shows("Check your inbox");
        Assert.Equal("Confirm that you want news: Weirside", Assert.Single(await Site.LettersToAsync(Email)).Subject);
        await ExtendAsync(60, "Too early to be told.");
        await inbox.MorningAsync(DayOfWeek.Wednesday);
        Assert.Empty(await inbox.LettersAsync(Email));

        var link = await LinkAsync();
        var opened = await browser.GetAsync(link);
        await inbox.WriteAsync();
        Assert.Equal(0, await Site.AskAsync(db => db.Readers.CountAsync())); // opening it begins nothing
        var choices = await browser.SubmitAsync(opened, button: "Yes, send me news");
        choices.Shows("You get news from now on");
        await browser.GetAsync(link, HttpStatusCode.Gone); // it is used up

        await ExtendAsync(61, "The library was flooded.");
        await inbox.MorningAsync(DayOfWeek.Thursday);
        var letter = Assert.Single(await inbox.LettersAsync(Email));
        Assert.StartsWith("Hello,\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("flooded", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Too early", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_not_used_within_two_days_works_no_more_and_the_address_is_forgotten()
    {
        await AskAsync(new Browser(Site));
        var link = await LinkAsync();
        Site.Clock.Advance(NewsletterRequest.Lifetime);

        (await new Browser(Site).GetAsync(link, HttpStatusCode.Gone)).Shows("This link no longer works");
        Assert.Equal(1, await Site.AskAsync<Newsletter, int>(n => n.ForgetOldAsync(default)));
    }

    [Fact]
    public async Task An_address_gets_only_so_many_letters_it_may_not_have_asked_for()
    {
        for (var i = 0; i < Newsletter.MostForAddress; i++) await AskAsync(new Browser(Site));

        var refused = await AskAsync(new Browser(Site), HttpStatusCode.TooManyRequests);

        refused.ShowsError("Input.Email", "Many letters were asked for in a short time. Wait 15 minutes and ask again");
        Assert.Equal(Newsletter.MostForAddress, (await Site.LettersToAsync(Email)).Count);
    }

    [Theory]
    [InlineData("", "Enter your e-mail address")]
    [InlineData("ben", "Enter an e-mail address in the correct format, like name@example.com")]
    public async Task A_wrong_address_is_told_and_kept(string email, string message)
    {
        var page = await AskAsync(new Browser(Site), HttpStatusCode.UnprocessableEntity, email);

        page.ShowsError("Input.Email", message);
        Assert.Equal(email, page.QuerySelector("[name='Input.Email']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Choices_are_made_by_the_link_in_the_letter()
    {
        await ConfirmedAsync();
        var token = (await inbox.ReaderAsync(Email)).Token;
        var browser = new Browser(Site);

        var page = await browser.SubmitAsync(await browser.GetAsync($"/letters/{token}"), button: "Once a day for Weirside");
        page.Shows("Saved.");
        page.DoesNotShow("What becomes of what you say"); // for accounts
        (await browser.SubmitAsync(page, button: "Stop following Weirside")).Shows("You follow nothing yet");
        await browser.GetAsync("/letters/0123456789abcdef0123456789abcdef", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_has_an_account_with_that_address_is_one_reader()
    {
        await ConfirmedAsync();
        var ben = await Site.SaveAsync(A.Person("Ben K", Email));
        await inbox.FollowAsync(ben, FollowKind.Consultation, consultation.Id, FollowFrequency.Daily);

        var reader = await inbox.ReaderAsync(Email);
        Assert.Equal((ben.Id, null, 2), (reader.PersonId, reader.Email, reader.Follows.Count));
        Assert.All(reader.Follows, f => Assert.Equal(ben.Id, f.PersonId));

        await ConfirmedAsync();
        Assert.Equal(1, await Site.AskAsync(db => db.Readers.CountAsync()));
    }

    [Fact]
    public async Task Only_places_and_themes_are_offered_without_an_account() =>
        await new Browser(Site).GetAsync($"/newsletter?what=consultation&id={consultation.Id}", HttpStatusCode.NotFound);

    private async Task ConfirmedAsync()
    {
        var browser = new Browser(Site);
        await AskAsync(browser);
        await browser.SubmitAsync(await browser.GetAsync(await LinkAsync()), button: "Yes, send me news");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> AskAsync(Browser browser, HttpStatusCode expected = HttpStatusCode.OK, string email = Email)
    {
        Site.Clock.Advance(TimeSpan.FromSeconds(1)); // so that letters have an order
        var page = await browser.FollowAsync(await browser.GetAsync("/areas/weirside"), "Follow this");
        return await browser.SubmitAsync(await browser.FollowAsync(page, "Get it by e-mail without an account"), new() { ["Input.Email"] = email }, expected);
    }

    private async Task<string> LinkAsync() => ConfirmLink().Match((await Site.LettersToAsync(Email)).Last(l => l.Kind == "newsletter-confirm").Text).Value;

    private Task ExtendAsync(int days, string reason) => inbox.ExtendAsync(consultation.Id, FakeClock.Today.AddDays(days), reason, staff);

    [GeneratedRegex("/newsletter/confirm/[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex ConfirmLink();
}
