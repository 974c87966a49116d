using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Notifications;

/// <summary>One e-mail in the outbox, saved in the transaction of what it tells.</summary>
public sealed class Letter : INeverOnCachedPages
{
    public const int MostTries = 20;

    private Letter() { } // EF Core

    public Letter(string to, string kind, string subject, string text, string html, DateTimeOffset now, string? stopLink = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        (Id, To, Kind, Subject, Text, Html, WrittenAt, StopLink) = (Guid.CreateVersion7(now), to, kind, subject, text, html, now, stopLink);
    }

    /// <summary>Names the file in the pickup folder and the Message-ID, so that sending twice is noticed.</summary>
    public Guid Id { get; private set; }

    [Personal(DataClass.Contact)]
    public string To { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string Subject { get; private set; } = "";

    [Personal(DataClass.Contribution)]
    public string Text { get; private set; } = "";

    [Personal(DataClass.Contribution)]
    public string Html { get; private set; } = "";

    /// <summary>Where one click ends letters of this sort; none where a letter was asked for.</summary>
    [Personal(DataClass.Credential)]
    public string? StopLink { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Tries { get; private set; }
    public DateTimeOffset? TryAgainAt { get; private set; }

    /// <summary>What became of it on its way, where whoever carries it tells.</summary>
    public DeliveryState? Delivery { get; private set; }
    public DateTimeOffset? DeliveryToldAt { get; private set; }

    /// <summary>Answers false where that was known, or something final was: that it arrived, or never can.</summary>
    public bool Told(DeliveryState state, DateTimeOffset now)
    {
        if (Delivery == state || Delivery is DeliveryState.Delivered or DeliveryState.PermanentFailure) return false;
        (Delivery, DeliveryToldAt) = (state, now);
        return true;
    }

    /// <summary>What it said is forgotten once it is out: it may hold a code, or words its writer later takes back.</summary>
    public void Sent(DateTimeOffset now) => (SentAt, TryAgainAt, Subject, Text, Html, StopLink) = (now, null, "", "", "", null);

    /// <summary>Waits twice as long after each failure, an hour at most.</summary>
    public void Failed(DateTimeOffset now)
    {
        Tries++;
        TryAgainAt = now + TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(2, Tries)));
    }

    /// <summary>Nobody takes it: it is not tried again.</summary>
    public void Refused() => (Tries, TryAgainAt) = (MostTries, null);
}

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.To).HasMaxLength(256);
        letter.Property(l => l.Kind).HasMaxLength(60);
        letter.Property(l => l.Subject).HasMaxLength(200);
        letter.Property(l => l.StopLink).HasMaxLength(500);
        letter.Property(l => l.Delivery).HasConversion<string>().HasMaxLength(20);
        letter.HasIndex(l => l.WrittenAt).HasFilter("\"SentAt\" IS NULL");
    }
}
