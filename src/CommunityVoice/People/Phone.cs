using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.People;

/// <summary>The mobile number that somebody wants texts on, which was shown to be theirs.</summary>
public sealed class Phone : INeverOnCachedPages
{
    private Phone() { } // EF Core

    public Phone(Guid personId, string number, DateTimeOffset now) => (PersonId, Number, ConfirmedAt) = (personId, number, now);

    [Personal(DataClass.Profile)]
    public Guid PersonId { get; private set; }

    [Personal(DataClass.Contact)]
    public string Number { get; private set; } = "";
    public DateTimeOffset ConfirmedAt { get; private set; }
}

/// <summary>One asked-for code by text, kept only as a keyed hash: ten minutes, single use, five tries, superseded by a newer one.</summary>
public sealed class PhoneCode : INeverOnCachedPages
{
    public const int TriesAllowed = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private PhoneCode() { } // EF Core

    public PhoneCode(Guid personId, string number, string numberHash, string codeHash, DateTimeOffset now) =>
        (PersonId, Number, NumberHash, CodeHash, AskedAt, ExpiresAt) = (personId, number, numberHash, codeHash, now, now + Lifetime);

    public long Id { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid PersonId { get; private set; }

    /// <summary>Forgotten once it is confirmed or taken back.</summary>
    [Personal(DataClass.Contact)]
    public string Number { get; private set; } = "";

    /// <summary>Of the number, to limit how many codes are sent to it.</summary>
    [Personal(DataClass.Credential)]
    public string NumberHash { get; private set; } = "";

    [Personal(DataClass.Credential)]
    public string CodeHash { get; private set; } = "";

    public int Tries { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public DateTimeOffset? SupersededAt { get; private set; }
}

// Both go with the account: the database does it.
internal sealed class PhoneConfiguration : IEntityTypeConfiguration<Phone>
{
    public void Configure(EntityTypeBuilder<Phone> phone)
    {
        phone.HasKey(p => p.PersonId);
        phone.Property(p => p.Number).HasMaxLength(20);
        phone.HasOne<Person>().WithOne().HasForeignKey<Phone>(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        phone.HasIndex(p => p.Number); // a household may share one
    }
}

internal sealed class PhoneCodeConfiguration : IEntityTypeConfiguration<PhoneCode>
{
    public void Configure(EntityTypeBuilder<PhoneCode> code)
    {
        code.Property(c => c.Number).HasMaxLength(20);
        code.Property(c => c.NumberHash).HasMaxLength(64);
        code.Property(c => c.CodeHash).HasMaxLength(64);
        code.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        code.HasIndex(c => new { c.PersonId, c.AskedAt });
        code.HasIndex(c => new { c.NumberHash, c.AskedAt });
        code.HasIndex(c => c.Number);
    }
}
