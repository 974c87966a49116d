using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Notifications;

/// <summary>What a text is for.</summary>
public enum TextKind
{
    /// <summary>That a letter with news was written: once a day at most, and in the daytime.</summary>
    News,

    /// <summary>A code that somebody asked for.</summary>
    Code,
}

/// <summary>One text message in the outbox, saved in the transaction of what it tells.</summary>
public sealed class TextMessage : INeverOnCachedPages
{
    private TextMessage() { } // EF Core

    public TextMessage(Guid personId, string to, TextKind kind, string text, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        (Id, PersonId, To, Kind, Text, WrittenAt) = (Guid.CreateVersion7(now), personId, to, kind, text, now);
    }

    /// <summary>Names the file in the pickup folder and the reference, so that sending twice is noticed.</summary>
    public Guid Id { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid PersonId { get; private set; }

    [Personal(DataClass.Contact)]
    public string To { get; private set; } = "";
    public TextKind Kind { get; private set; }

    /// <summary>It may hold a code.</summary>
    [Personal(DataClass.Credential)]
    public string Text { get; private set; } = "";

    /// <summary>How much it tells of what they said or chose.</summary>
    public int OwnNews { get; init; }

    /// <summary>How much it tells of what they follow.</summary>
    public int OtherNews { get; init; }

    /// <summary>It says how to end texts by answering.</summary>
    public bool SaysStop { get; init; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Tries { get; private set; }
    public DateTimeOffset? TryAgainAt { get; private set; }

    /// <summary>Where it went and what it said is forgotten once it is out.</summary>
    public void Sent(DateTimeOffset now) => (SentAt, TryAgainAt, To, Text) = (now, null, "", "");

    /// <summary>Waits twice as long after each failure, an hour at most, and is given up after the last. The try itself was counted before.</summary>
    public void Failed(DateTimeOffset now)
    {
        if (Tries >= Letter.MostTries) Refused();
        else TryAgainAt = now + TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(2, Tries)));
    }

    /// <summary>Nobody takes it: it is not tried again, and forgotten like one that is out.</summary>
    public void Refused() => (Tries, TryAgainAt, To, Text) = (Letter.MostTries, null, "", "");
}

internal sealed class TextMessageConfiguration : IEntityTypeConfiguration<TextMessage>
{
    public void Configure(EntityTypeBuilder<TextMessage> text)
    {
        text.Property(t => t.Id).ValueGeneratedNever();
        text.Property(t => t.To).HasMaxLength(20);
        text.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
        text.Property(t => t.Text).HasMaxLength(Gsm7.Most);
        text.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
        text.HasIndex(t => new { t.PersonId, t.Kind, t.SentAt });
        text.HasIndex(t => t.WrittenAt).HasFilter("\"SentAt\" IS NULL");
    }
}
