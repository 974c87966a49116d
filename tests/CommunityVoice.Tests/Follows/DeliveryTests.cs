using System.Net.Http.Json;
using CommunityVoice.Consultations;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Follows;

/// <summary>A mail service tells what became of letters (rule R-H3).</summary>
public sealed class DeliveryTests : SiteTest
{
    private const string Token = "a-token-of-the-mail-service";
    private readonly Consultation consultation = A.Consultation();
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private Inbox inbox = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Site.Services.GetRequiredService<IOptions<MailOptions>>().Value.DeliveredToken = Token;
        inbox = new(Site);
        await Site.SaveAsync(consultation, asha);
    }

    [Theory]
    [InlineData("delivered", DeliveryState.Delivered)]
    [InlineData("temporary-failure", DeliveryState.TemporaryFailure)]
    [InlineData("permanent-failure", DeliveryState.PermanentFailure)]
    [InlineData("technical-failure", DeliveryState.TechnicalFailure)]
    public async Task What_is_told_is_kept_with_the_letter(string status, DeliveryState expected)
    {
        var letter = await LetterAsync();

        Assert.Equal(HttpStatusCode.NoContent, await TellAsync($"{letter.Id}", status));

        Assert.Equal((expected, Site.Now), await StateAsync(letter));
    }

    [Fact]
    public async Task Told_again_or_something_else_afterwards_it_stays_as_it_was_first_told()
    {
        var letter = await LetterAsync();
        var first = Site.Now;
        await TellAsync($"{letter.Id}", "delivered");
        for (var retry = 0; retry < 5; retry++)
        {
            Site.Clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal(HttpStatusCode.NoContent, await TellAsync($"{letter.Id}", "delivered"));
        }
        Assert.Equal(HttpStatusCode.NoContent, await TellAsync($"<{letter.Id:N}@example.org>", "permanent-failure")); // by its Message-ID

        Assert.Equal((DeliveryState.Delivered, first), await StateAsync(letter));
        Assert.Null((await ReaderAsync())?.UnreachableSince);
    }

    [Fact]
    public async Task A_letter_that_failed_for_now_can_still_arrive()
    {
        var letter = await LetterAsync();
        await TellAsync($"{letter.Id}", "temporary-failure");
        await TellAsync($"{letter.Id}", "delivered");

        Assert.Equal(DeliveryState.Delivered, (await StateAsync(letter)).State);
    }

    [Fact]
    public async Task An_address_that_takes_no_letters_gets_none_until_its_reader_chooses_again()
    {
        await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id, FollowFrequency.Daily);
        await ExtendAsync(60);
        await inbox.MorningAsync();
        var letter = (await inbox.LettersAsync("asha@example.org"))[^1];
        Assert.Equal(HttpStatusCode.NoContent, await TellAsync($"{letter.Id}", "permanent-failure"));
        await ExtendAsync(61);
        Assert.Equal(0, await inbox.MorningAsync());

        var browser = new Browser(Site, asha.Id);
        var list = await browser.GetAsync("/account/follows");
        list.Shows("Our letters to you came back");
        list.Shows("Paused");
        var saved = await browser.SubmitAsync(list, button: "Once a day for Safer crossings");
        saved.DoesNotShow("Our letters to you came back");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExtendAsync(62);
        Assert.Equal(1, await inbox.MorningAsync());
    }

    [Fact]
    public async Task Letters_that_somebody_asks_for_still_go_to_such_an_address()
    {
        var letter = await LetterAsync();
        await TellAsync($"{letter.Id}", "permanent-failure");

        var stranger = new Browser(Site);
        await stranger.SubmitAsync(await stranger.GetAsync("/account/sign-in"), new() { ["Input.Email"] = "asha@example.org" });

        Assert.Contains(await Site.LettersToAsync("asha@example.org"), l => l.Kind == "sign-in");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer a-token-of-the-mail-servic")]
    [InlineData("Basic YS10b2tlbi1vZi10aGUtbWFpbC1zZXJ2aWNl")]
    public async Task Without_the_token_nothing_is_taken(string? shown)
    {
        var letter = await LetterAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync($"{letter.Id}", "permanent-failure", shown));

        Assert.Null((await StateAsync(letter)).State);
    }

    [Theory]
    [InlineData("00000000-0000-7000-8000-000000000000", "delivered", HttpStatusCode.NotFound)]
    [InlineData("nothing", "delivered", HttpStatusCode.BadRequest)]
    [InlineData(null, "delivered", HttpStatusCode.BadRequest)]
    [InlineData("00000000-0000-7000-8000-000000000000", "opened", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_understood_is_refused(string? reference, string status, HttpStatusCode expected) =>
        Assert.Equal(expected, await TellAsync(reference, status));

    [Fact]
    public async Task What_is_no_json_is_refused_and_without_a_token_in_the_settings_the_address_is_closed()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(new StringContent("{"), $"Bearer {Token}"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(new StringContent("[]"), $"Bearer {Token}"));

        Site.Services.GetRequiredService<IOptions<MailOptions>>().Value.DeliveredToken = null;
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(new StringContent("{}"), "Bearer "));
    }

    private Task<HttpStatusCode> TellAsync(string? reference, string status, string? shown = $"Bearer {Token}") =>
        SendAsync(JsonContent.Create(new { id = Guid.NewGuid(), reference, to = "asha@example.org", status, notification_type = "email" }), shown);

    private async Task<HttpStatusCode> SendAsync(HttpContent content, string? shown)
    {
        using var client = Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mail/delivered") { Content = content };
        if (shown is not null) request.Headers.TryAddWithoutValidation("Authorization", shown);
        return (await client.SendAsync(request)).StatusCode;
    }

    private Task<Letter> LetterAsync() => Site.SaveAsync(new Letter("asha@example.org", "news", "News", "Text", "<p>Text</p>", Site.Now));

    private async Task<(DeliveryState? State, DateTimeOffset? At)> StateAsync(Letter letter) =>
        await Site.AskAsync(db => db.Letters.AsNoTracking().SingleAsync(l => l.Id == letter.Id)) switch { var l => (l.Delivery, l.DeliveryToldAt) };

    private Task<Reader?> ReaderAsync() => Site.AskAsync(db => db.Readers.AsNoTracking().SingleOrDefaultAsync(r => r.PersonId == asha.Id));

    private Task ExtendAsync(int days) => Site.AskAsync(async db =>
    {
        (await db.Consultations.SingleAsync(c => c.Id == consultation.Id)).Extend(FakeClock.Today.AddDays(days), "Many were away.", Guid.NewGuid(), Site.Now);
        return await db.SaveChangesAsync();
    });
}
