using System.Net.Http.Json;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Sms;

/// <summary>A text service hands on what people answer (rule R-H6).</summary>
public sealed class ReceivedTextsTests : SiteTest
{
    private const string Token = "a-token-of-the-text-service";
    private readonly Person asha = A.Person();
    private readonly Person bill = A.Person("Bill H");
    private Handset handset = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.SaveAsync(asha, bill);
        handset = new(Site);
        Mail.DeliveredToken = Token;
        await handset.GiveAsync(asha);
        await handset.GiveAsync(bill, "+447700900124");
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData(" “Stop!” ")]
    [InlineData("Stop texting me")]
    public async Task Stop_ends_texts_to_that_number_and_to_no_other(string message)
    {
        await handset.TellAsync(asha, own: 1);

        Assert.Equal(HttpStatusCode.OK, await TellAsync(message));
        Assert.Equal(HttpStatusCode.OK, await TellAsync(message)); // told twice

        Assert.Equal([bill.Id], await Site.AskAsync(db => db.Phones.Select(p => p.PersonId).ToListAsync()));
        Assert.Equal(0, await handset.SendAsync());
        var browser = new Browser(Site, asha.Id, secondFactor: false);
        (await browser.GetAsync("/account/phone")).DoesNotShow("07700 900123");
    }

    [Fact]
    public async Task A_code_that_was_asked_for_works_no_more_after_stop()
    {
        await Site.DoAsync<Phones>(p => p.RemoveAsync(asha.Id, default));
        await Site.DoAsync<Phones>(p => p.AskAsync(asha.Id, Handset.Number, default));

        await TellAsync("STOP");

        Assert.Null(await Site.AskAsync<Phones, PhoneCode?>(p => p.AskedAsync(asha.Id, default)));
        Assert.Equal(0, await handset.SendAsync());
    }

    [Theory]
    [InlineData("Thank you")]
    [InlineData("Don't stop")]
    [InlineData("Stopped by today")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Anything_else_is_taken_and_changes_nothing(string? message)
    {
        Assert.Equal(HttpStatusCode.OK, await TellAsync(message));

        Assert.Equal(2, await Site.AskAsync(db => db.Phones.CountAsync()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"source_number": 7, "message": "STOP"}""")]
    [InlineData("""{"source_number": "nobody", "message": "STOP"}""")]
    public async Task What_cannot_be_understood_is_answered_the_same(string body)
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(new StringContent(body), $"Bearer {Token}"));

        Assert.Equal(2, await Site.AskAsync(db => db.Phones.CountAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer a-token-of-the-text-servic")]
    public async Task Without_the_token_nothing_is_taken(string? shown)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync("STOP", shown));

        Assert.Equal(2, await Site.AskAsync(db => db.Phones.CountAsync()));
    }

    [Fact]
    public async Task The_address_is_closed_without_a_token_in_the_settings_and_where_no_texts_are_sent()
    {
        Mail.DeliveredToken = null;
        Assert.Equal(HttpStatusCode.NotFound, await TellAsync("STOP"));

        (Mail.DeliveredToken, handset.Options.PickupFolder) = (Token, null);
        Assert.Equal(HttpStatusCode.NotFound, await TellAsync("STOP"));
    }

    [Fact]
    public async Task How_to_end_texts_stands_in_the_first_and_after_a_month_again()
    {
        for (var day = 0; day < 32; day++)
        {
            await handset.TellAsync(asha, own: 1);
            Assert.Equal(1, await handset.SendAsync());
            Site.Clock.Advance(TimeSpan.FromDays(1));
        }

        var texts = handset.Read();
        Assert.Equal([0, 30], Enumerable.Range(0, texts.Count).Where(i => texts[i].Contains("Text STOP to end.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_answers_reach_nobody_no_text_asks_for_one()
    {
        Mail.DeliveredToken = null;
        await handset.TellAsync(asha, own: 1);
        await handset.SendAsync();

        Assert.DoesNotContain("STOP", Assert.Single(handset.Read()), StringComparison.Ordinal);
    }

    private MailOptions Mail => Site.Services.GetRequiredService<IOptions<MailOptions>>().Value;

    private Task<HttpStatusCode> TellAsync(string? message, string? shown = $"Bearer {Token}") =>
        SendAsync(JsonContent.Create(new { id = Guid.NewGuid(), source_number = "447700900123", destination_number = "447860000000", message, date_received = Site.Now }), shown);

    private async Task<HttpStatusCode> SendAsync(HttpContent content, string? shown)
    {
        using var client = Site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sms/received") { Content = content };
        if (shown is not null) request.Headers.TryAddWithoutValidation("Authorization", shown);
        return (await client.SendAsync(request)).StatusCode;
    }
}
