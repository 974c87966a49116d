using System.Text.Json;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Wiring;

/// <summary>The contract of a Notify-shaped service for texts (rule R-H6), against a listener on this machine.</summary>
public sealed class NotifySmsTests : SiteTest
{
    private const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static readonly Guid Template = Guid.Parse("217a419e-6a7d-482a-9596-718b889dffce");

    [Fact]
    public async Task A_text_is_posted_as_the_service_asks()
    {
        await using var service = new Listener(201);
        var text = AText(Guid.NewGuid());

        using (var sms = Sms(service)) await sms.SendAsync(text, default);

        var (line, headers, body) = await service.Received;
        Assert.Equal("POST /v2/notifications/sms HTTP/1.1", line);
        Assert.Equal("application/json", headers["content-type"]);
        Assert.Equal($"Bearer {new NotifyKey(Guid.Parse(Service), Guid.Parse(Secret)).TokenAt(Site.Now)}", headers["authorization"]);
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal(["phone_number", "template_id", "personalisation", "reference"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal("+447700900123", json.GetProperty("phone_number").GetString());
        Assert.Equal(Template, json.GetProperty("template_id").GetGuid());
        Assert.Equal(text.Id.ToString(), json.GetProperty("reference").GetString());
        Assert.Equal(text.Text, json.GetProperty("personalisation").GetProperty("body").GetString());
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
        var asha = await Site.SaveAsync(A.Person());
        await Site.SaveAsync(AText(asha.Id));
        Assert.Equal(0, await SendAsync(service));

        var kept = await Site.AskAsync(db => db.TextMessages.AsNoTracking().SingleAsync());
        Assert.Null(kept.SentAt);
        Assert.Equal(isFinal ? Letter.MostTries : 1, kept.Tries);
        Site.Clock.Advance(TimeSpan.FromDays(1));
        await using var later = new Listener(201);
        Assert.Equal(isFinal ? 0 : 1, await SendAsync(later));
    }

    [Fact]
    public void Texts_are_sent_only_where_a_way_is_set()
    {
        Assert.False(new SmsOptions().IsUsed);
        Assert.True(new SmsOptions { PickupFolder = ".data/texts" }.IsUsed);
        Assert.True(new SmsOptions { Notify = new NotifyOptions { Key = $"cv-{Service}-{Secret}" } }.IsUsed);
    }

    private TextMessage AText(Guid person) => new(person, "+447700900123", TextKind.News, "CommunityVoice: 1 thing happened.", Site.Now);

    private NotifySms Sms(Listener service) => new(Settings(service), Site.Clock);

    private static IOptions<SmsOptions> Settings(Listener service) => Options.Create(new SmsOptions
    {
        Notify = new NotifyOptions { Address = service.Address, TemplateId = Template, Key = $"cv-{Service}-{Secret}" },
    });

    private async Task<int> SendAsync(Listener service)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        using var sms = Sms(service);
        return await new TextSender(scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>(), scope.ServiceProvider.GetRequiredService<Leases>(), sms,
            Settings(service), Site.Clock, NullLogger<TextSender>.Instance).SendDueAsync(default);
    }
}
