using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Webhooks;

/// <summary>An address outside that a body has told what is new in a place or a consultation (rule R-H19).</summary>
public sealed class Webhook : INeverOnCachedPages
{
    public const int AddressMaxLength = 500;
    public const int MostOfOneBody = 10;

    /// <summary>So many deliveries given up, one after another, and it is switched off.</summary>
    public const int MostGivenUp = 5;

    private Webhook() { } // EF Core

    public Webhook(Body body, Uri address, FollowKey of, string keptSecret, DateTimeOffset now)
    {
        if (of.Kind is not (FollowKind.Place or FollowKind.Consultation)) throw new ArgumentException("A webhook is told of a place or of a consultation.", nameof(of));
        (Body, BodyId, Address, Kind, TargetId) = (body, body.Id, address.AbsoluteUri, of.Kind, of.Id);
        (KeptSecret, StartedAt, Since) = (keptSecret, now, now);
    }

    public long Id { get; private set; }
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;
    public string Address { get; private set; } = "";
    public FollowKind Kind { get; private set; }
    public long TargetId { get; private set; }

    /// <summary>What calls are signed with, protected; see <see cref="WebhookSecrets"/>.</summary>
    public string KeptSecret { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>What happened before is not told.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>How many deliveries in a row were given up.</summary>
    public int GivenUp { get; private set; }
    public DateTimeOffset? SwitchedOffAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public FollowKey Of => new(Kind, TargetId);

    public string Host => new Uri(Address).IdnHost;

    public bool IsOn => EndedAt is null && SwitchedOffAt is null;

    public WebhookDelivery Tell(NewsItem item, SiteAddress site, DateTimeOffset now) => new(this, item.Key, WebhookMessage.Of(item, site), now);

    /// <summary>Something to try it with, which is news of nothing.</summary>
    public WebhookDelivery Try(SiteAddress site, DateTimeOffset now)
    {
        var key = $"{WebhookDelivery.Test}-{now.UtcTicks}";
        return Tell(new NewsItem(key, now, "A test of this webhook", "", "/open-data"), site, now);
    }

    /// <summary>From now on calls are signed with another secret; the one before is worth nothing.</summary>
    public void Renew(string keptSecret) => KeptSecret = keptSecret;

    public void SwitchOn(DateTimeOffset now) => (SwitchedOffAt, GivenUp, Since) = (null, 0, now);

    public void End(DateTimeOffset now) => (EndedAt, KeptSecret) = (EndedAt ?? now, "");

    internal void Worked() => GivenUp = 0;

    /// <summary>Answers whether that was one too many, and it is switched off.</summary>
    internal bool GaveUp(DateTimeOffset now)
    {
        if (++GivenUp < MostGivenUp || !IsOn) return false;
        SwitchedOffAt = now;
        return true;
    }
}

/// <summary>Named filters on webhooks.</summary>
public static class WebhookQueries
{
    extension(IQueryable<Webhook> webhooks)
    {
        public IQueryable<Webhook> NotEnded() => webhooks.Where(w => w.EndedAt == null);

        public IQueryable<Webhook> On() => webhooks.Where(w => w.EndedAt == null && w.SwitchedOffAt == null);
    }
}

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.Property(w => w.Address).HasMaxLength(Webhook.AddressMaxLength);
        webhook.Property(w => w.Kind).HasConversion<string>().HasMaxLength(20);
        webhook.Property(w => w.KeptSecret).HasMaxLength(500);
        webhook.Ignore(w => w.Of);
        webhook.HasOne(w => w.Body).WithMany().HasForeignKey(w => w.BodyId).OnDelete(DeleteBehavior.Restrict);
    }
}
