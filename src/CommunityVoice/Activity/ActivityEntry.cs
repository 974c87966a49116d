using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Activity;

/// <summary>
/// Who did what, when, to what: append-only and chained. It is saved in the transaction of the change, which fails with it.
/// It holds no personal values; those live in an erasable side row of which the entry keeps a salted hash.
/// </summary>
public sealed class ActivityEntry : INeverOnCachedPages
{
    private ActivityEntry() { } // EF Core

    public ActivityEntry(Guid? personId, string verb, string subject, long? subjectId, string? detail, DateTimeOffset now, ActivityValues? values = null)
    {
        (PersonId, Verb, Subject, SubjectId, Detail, Values) = (personId, verb, subject, subjectId, detail, values);
        // Microseconds are what both databases keep.
        At = new DateTimeOffset(now.UtcTicks / 10 * 10, TimeSpan.Zero);
        ValuesHash = values?.Hash();
    }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Who acted; none for the public and for background work.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Such as "consultation.published", "comment.removed", "member.invited".</summary>
    public string Verb { get; private set; } = "";

    /// <summary>The kind of thing it happened to: "Consultation", "Comment".</summary>
    public string Subject { get; private set; } = "";
    public long? SubjectId { get; private set; }

    /// <summary>What changed, without personal values: old and new, rule and reason.</summary>
    public string? Detail { get; private set; }
    public string? ValuesHash { get; private set; }
    public string PreviousHash { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public ActivityValues? Values { get; private set; }

    internal void ChainTo(string previousHash)
    {
        PreviousHash = previousHash;
        Hash = HashAfter(previousHash);
    }

    /// <summary>What its hash must be after the entry before it; anything else means it was altered.</summary>
    public string HashAfter(string previousHash) => Hashes.Sha256(
        previousHash, At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), PersonId?.ToString() ?? "",
        Verb, Subject, SubjectId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", Detail ?? "", ValuesHash ?? "");
}

/// <summary>Old and new values of personal properties, beside the chain so that they can be erased without breaking it.</summary>
public sealed class ActivityValues(string oldValue, string newValue, string salt) : INeverOnCachedPages
{
    public long ActivityEntryId { get; private set; }

    [Personal(DataClass.Contribution)]
    public string OldValue { get; private set; } = oldValue;

    [Personal(DataClass.Contribution)]
    public string NewValue { get; private set; } = newValue;
    public string Salt { get; private set; } = salt;

    public static ActivityValues Of(string oldValue, string newValue) => new(oldValue, newValue, Hashes.RandomHex(16));

    internal string Hash() => Hashes.Sha256(Salt, OldValue, NewValue);
}

internal sealed class ActivityEntryConfiguration : IEntityTypeConfiguration<ActivityEntry>
{
    public void Configure(EntityTypeBuilder<ActivityEntry> entry)
    {
        entry.Property(e => e.Verb).HasMaxLength(60);
        entry.Property(e => e.Subject).HasMaxLength(40);
        entry.Property(e => e.ValuesHash).HasMaxLength(64);
        entry.Property(e => e.PreviousHash).HasMaxLength(64);
        entry.Property(e => e.Hash).HasMaxLength(64);
        entry.HasOne(e => e.Values).WithOne().HasForeignKey<ActivityValues>(v => v.ActivityEntryId);
        entry.HasIndex(e => new { e.Subject, e.SubjectId });
        entry.HasIndex(e => e.PreviousHash).IsUnique(); // two entries can never follow the same one
    }
}

internal sealed class ActivityValuesConfiguration : IEntityTypeConfiguration<ActivityValues>
{
    public void Configure(EntityTypeBuilder<ActivityValues> values)
    {
        values.HasKey(v => v.ActivityEntryId);
        values.Property(v => v.Salt).HasMaxLength(32);
    }
}
