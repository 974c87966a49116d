using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Follows;
using CommunityVoice.People;
using CommunityVoice.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Webhooks;

/// <summary>What a webhook was sent.</summary>
internal sealed record Call(Uri Address, string Id, string Time, string Signature, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>As the page of open data tells receivers to check it.</summary>
    public bool IsSignedWith(string secret, DateTimeOffset now)
    {
        var parts = Signature.Split(',').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{Body}"));
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(parts["v1"]))
            && Math.Abs(now.ToUnixTimeSeconds() - long.Parse(parts["t"], CultureInfo.InvariantCulture)) <= 300;
    }
}

/// <summary>Another system: keeps what it is sent, and answers as it is told to.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    public List<Call> Calls { get; } = [];
    public Func<HttpStatusCode> Answer { get; set; } = () => HttpStatusCode.NoContent;

    /// <summary>What somebody does while it is called.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal((HttpMethod.Post, "application/json"), (request.Method, request.Content!.Headers.ContentType!.ToString()));
        string Header(string name) => request.Headers.GetValues(name).Single();
        Calls.Add(new(request.RequestUri!, Header("CommunityVoice-Id"), Header("CommunityVoice-Timestamp"), Header("CommunityVoice-Signature"), await request.Content.ReadAsStringAsync(cancellationToken)));
        await Meanwhile();
        return new HttpResponseMessage(Answer());
    }
}

/// <summary>A body with a webhook, in a place with one open consultation.</summary>
internal sealed class WebhookScene(Site site)
{
    public const string Address = "https://hooks.example.org/news";
    public const string Host = "hooks.example.org";

    public Area Place { get; } = A.Area();
    public Body Voice { get; } = A.Body();
    public Person Lead { get; } = A.Person("Sam K");
    public Consultation Crossings { get; private set; } = null!;
    public Receiver Receiver { get; } = new();
    public string Secret { get; private set; } = "";

    public IOptions<WebhookOptions> Options => site.Services.GetRequiredService<IOptions<WebhookOptions>>();

    public async Task MakeAsync()
    {
        Options.Value.AllowedHosts.Add(Host);
        await site.SaveAsync(Lead, Place);
        await site.SaveAsync(A.Membership(Lead, Place, Capability.Administer, Voice));
        Crossings = await site.SaveAsync(A.Consultation("Safer crossings", Place, Voice));
    }

    public async Task<Webhook> WebhookAsync(FollowKey? of = null, string address = Address)
    {
        (Secret, var kept) = site.Services.GetRequiredService<WebhookSecrets>().Make();
        return await site.SaveAsync(new Webhook(Voice, new Uri(address), of ?? new(FollowKind.Place, Place.Id), kept, site.Now));
    }

    /// <summary>Gives the consultation more time a minute later, which is news.</summary>
    public async Task ExtendAsync(int days)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.AskAsync(async db =>
        {
            (await db.Consultations.SingleAsync(c => c.Id == Crossings.Id)).Extend(FakeClock.Today.AddDays(days), "Many were away.", Guid.NewGuid(), site.Now);
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Takes that back, as if it had never been told.</summary>
    public Task TakeBackAsync(int days) =>
        site.AskAsync(db => db.ConsultationChanges.Where(c => c.NewDay == FakeClock.Today.AddDays(days)).ExecuteDeleteAsync());

    public Task<int> SaveNewAsync() => site.AskAsync<WebhookNews, int>(n => n.SaveNewAsync(default));

    public Task<int> SendAsync(HttpMessageHandler? handler = null) => site.AskAsync<IServiceProvider, int>(services =>
        ActivatorUtilities.CreateInstance<WebhookSender>(services, new WebhookClient(handler ?? Receiver, Options)).SendDueAsync(default));

    /// <summary>The loop's work.</summary>
    public async Task<int> RoundAsync()
    {
        await SaveNewAsync();
        return await SendAsync();
    }

    public Task<List<WebhookDelivery>> DeliveriesAsync() => site.AskAsync(db => db.WebhookDeliveries.AsNoTracking().OrderBy(d => d.SavedAt).ThenBy(d => d.Key).ToListAsync());
}
