using System.Security.Cryptography;
using System.Text.Json;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Wiring;

/// <summary>The contract of a Notify-shaped service (rule R-H1), against a listener on this machine.</summary>
public sealed class NotifyMailerTests : SiteTest
{
    private const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static readonly Guid Template = Guid.Parse("217a419e-6a7d-482a-9596-718b889dffce");
    private static readonly Guid ReplyTo = Guid.Parse("9d752c7c-fe68-4f6d-a7ae-1c1a2e8f5a5b");

    [Fact]
    public async Task A_letter_is_posted_as_the_service_asks()
    {
        await using var service = new Listener(201);
        var letter = new Letter("asha@example.org", "news", "News – for you", "Hello.\n\nhttps://site.example/x\n", "<p>", Site.Now, "https://site.example/letters/t/stop");

        await Mailer(service).SendAsync(letter, default);

        var (line, headers, body) = await service.Received;
        Assert.Equal("POST /v2/notifications/email HTTP/1.1", line);
        Assert.Equal("application/json", headers["content-type"]);
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal("asha@example.org", json.GetProperty("email_address").GetString());
        Assert.Equal(Template, json.GetProperty("template_id").GetGuid());
        Assert.Equal(letter.Id.ToString(), json.GetProperty("reference").GetString());
        Assert.Equal(("News – for you", letter.Text), (json.GetProperty("personalisation").GetProperty("subject").GetString(), json.GetProperty("personalisation").GetProperty("body").GetString()));
        Assert.Equal(ReplyTo, json.GetProperty("email_reply_to_id").GetGuid());
        Assert.Equal("https://site.example/letters/t/stop", json.GetProperty("one_click_unsubscribe_url").GetString());
        Assert.Equal(["subject"], json.GetProperty("sanitise_content_for").EnumerateArray().Select(e => e.GetString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://site.example/letters/t/stop")]
    public async Task Only_an_address_with_https_ends_letters_by_one_click(string? stop)
    {
        await using var service = new Listener(201);

        await Mailer(service).SendAsync(new Letter("a@example.org", "news", "News", "x", "x", Site.Now, stop), default);

        Assert.False(JsonDocument.Parse((await service.Received).Body).RootElement.TryGetProperty("one_click_unsubscribe_url", out _));
    }

    [Fact]
    public async Task The_token_says_who_asks_and_when_and_is_signed_with_the_secret()
    {
        await using var service = new Listener(201);
        await Mailer(service).SendAsync(ALetter(), default);

        var parts = (await service.Received).Headers["authorization"]["Bearer ".Length..].Split('.');
        Assert.Equal("""{"typ":"JWT","alg":"HS256"}""", Read(parts[0]));
        var claims = JsonDocument.Parse(Read(parts[1])).RootElement;
        Assert.Equal((Service, Site.Now.ToUnixTimeSeconds()), (claims.GetProperty("iss").GetString(), claims.GetProperty("iat").GetInt64()));
        Assert.Equal(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}")), System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(403, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(200, false)] // not what it promises
    public async Task What_is_refused_is_not_tried_again_and_what_failed_is(int status, bool isFinal)
    {
        await using var service = new Listener(status);
        await Site.SaveAsync(ALetter());
        await SendAsync(service);

        var kept = await Site.AskAsync(db => db.Letters.AsNoTracking().SingleAsync());
        Assert.Null(kept.SentAt);
        Assert.Equal(isFinal ? Letter.MostTries : 1, kept.Tries);
        Site.Clock.Advance(TimeSpan.FromDays(1));
        await using var later = new Listener(201);
        await SendAsync(later);
        Assert.Equal(isFinal, (await Site.AskAsync(db => db.Letters.AsNoTracking().SingleAsync())).SentAt is null);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_before_it_is_sent()
    {
        await using var service = new Listener(201);

        await Assert.ThrowsAsync<LetterRefusedException>(() => Mailer(service).SendAsync(new Letter("a@example.org", "news", "News", new string('x', NotifyMailer.MostBytes), "x", Site.Now), default));
    }

    [Theory]
    [InlineData("cv-" + Service + "-" + Secret, true)]
    [InlineData("a-name-with-hyphens-" + Service + "-" + Secret, true)]
    [InlineData(Service + "-" + Secret, true)]
    [InlineData(Secret, false)]
    [InlineData("cv-" + Service + "-" + Secret + "x", false)]
    [InlineData("", false)]
    public void A_key_is_read_from_its_end(string key, bool isKey) => Assert.Equal(isKey, NotifyKey.Read(key) == new NotifyKey(Guid.Parse(Service), Guid.Parse(Secret)));

    [Fact]
    public void A_key_alone_is_not_enough()
    {
        Assert.False(new NotifyOptions { Key = "cv-" + Service + "-" + Secret }.IsRight);
        Assert.False(new NotifyOptions { Key = "cv-" + Service + "-" + Secret, TemplateId = Template, Address = new Uri("http://mail.example/") }.IsRight);
        Assert.True(new NotifyOptions().IsRight);
    }

    private Letter ALetter() => new("asha@example.org", "news", "News", "Hello", "<p>Hello</p>", Site.Now);

    private NotifyMailer Mailer(Listener service) => new(Options.Create(new MailOptions
    {
        Notify = new NotifyOptions { Address = service.Address, TemplateId = Template, Key = $"cv-{Service}-{Secret}", ReplyToId = ReplyTo },
    }), Site.Clock);

    private async Task SendAsync(Listener service)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        await new LetterSender(db, scope.ServiceProvider.GetRequiredService<Leases>(), Mailer(service), Site.Clock, NullLogger<LetterSender>.Instance).SendDueAsync(default);
    }

    private static string Read(string part) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part));
}
