using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Webhooks;

/// <summary>Why a call did not succeed.</summary>
public enum WebhookProblem
{
    /// <summary>It answered that it did not take it.</summary>
    Refused,
    NoConnection,
    TooSlow,

    /// <summary>The settings of this site do not name the host any more.</summary>
    HostNotAllowed,

    /// <summary>The name stands for an address that is not public.</summary>
    InternalAddress,

    /// <summary>What calls are signed with cannot be read any more.</summary>
    NoSecret,
}

/// <summary>One piece of news for one webhook: saved before it is sent, so that none is lost, and kept a while to show what became of it.</summary>
public sealed class WebhookDelivery : INeverOnCachedPages
{
    /// <summary>The sort of what is sent to try a webhook.</summary>
    public const string Test = "test";

    // Eight tries in about two days.
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(16), TimeSpan.FromHours(24)];

    private WebhookDelivery() { } // EF Core

    internal WebhookDelivery(Webhook webhook, string key, WebhookMessage message, DateTimeOffset now)
    {
        (Id, Webhook, WebhookId, Key, SavedAt, DueAt) = (Guid.CreateVersion7(now), webhook, webhook.Id, key, now, now);
        (Type, Title, Text) = (message.Type, message.Title, message.Text());
    }

    /// <summary>Sent along with every try, so that its receiver knows it again.</summary>
    public Guid Id { get; private set; }
    public long WebhookId { get; private set; }
    public Webhook Webhook { get; private set; } = null!;

    /// <summary>The key of the news: told once.</summary>
    public string Key { get; private set; } = "";
    public string Type { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>What is sent, to the letter.</summary>
    public string Text { get; private set; } = "";
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When it is tried next, while it waits.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public int Tries { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? GivenUpAt { get; private set; }

    /// <summary>The status that the last try was answered with.</summary>
    public int? Status { get; private set; }
    public WebhookProblem? Problem { get; private set; }

    public bool IsWaiting => SentAt is null && GivenUpAt is null;

    internal void Sent(int? status, DateTimeOffset now) => (Tries, SentAt, Status, Problem) = (Tries + 1, now, status, null);

    internal void Failed(WebhookProblem problem, int? status, DateTimeOffset now)
    {
        (Tries, Status, Problem) = (Tries + 1, status, problem);
        if (Tries > Waits.Length) GivenUpAt = now;
        else DueAt = now + Waits[Tries - 1];
    }

    /// <summary>Begins anew, under the same id.</summary>
    public void SendAgain(DateTimeOffset now) => (Tries, DueAt, SentAt, GivenUpAt) = (0, now, null, null);
}

/// <summary>Words for why a call did not succeed.</summary>
public static class WebhookWords
{
    public static string Word(this WebhookProblem problem, int? status) => problem switch
    {
        WebhookProblem.Refused => $"It answered {status}",
        WebhookProblem.NoConnection => "No connection",
        WebhookProblem.TooSlow => "No answer within 10 seconds",
        WebhookProblem.HostNotAllowed => "This site may not call that host",
        WebhookProblem.InternalAddress => "The host has no public address",
        _ => "Its secret cannot be read: renew it",
    };
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.Key).HasMaxLength(120);
        delivery.Property(d => d.Type).HasMaxLength(80);
        delivery.Property(d => d.Problem).HasConversion<string>().HasMaxLength(20);
        delivery.HasOne(d => d.Webhook).WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasIndex(d => new { d.WebhookId, d.Key }).IsUnique(); // so that nothing is told twice
        delivery.HasIndex(d => d.DueAt).HasFilter("\"SentAt\" IS NULL AND \"GivenUpAt\" IS NULL");
    }
}
