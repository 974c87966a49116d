using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Follows;

// Everything goes with the account or the reader: the database does it, so that no list has to be kept.
internal sealed class ReaderConfiguration : IEntityTypeConfiguration<Reader>
{
    public void Configure(EntityTypeBuilder<Reader> reader)
    {
        reader.Property(r => r.Email).HasMaxLength(256);
        reader.Property(r => r.Token).HasMaxLength(64);
        reader.Ignore(r => r.Address);
        reader.HasOne(r => r.Person).WithOne().HasForeignKey<Reader>(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
        reader.HasIndex(r => r.PersonId).IsUnique();
        reader.HasIndex(r => r.Email).IsUnique();
        reader.HasIndex(r => r.Token).IsUnique();
    }
}

internal sealed class FollowConfiguration : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> follow)
    {
        follow.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
        follow.Property(f => f.Frequency).HasConversion<string>().HasMaxLength(20);
        follow.Ignore(f => f.Key);
        follow.HasOne(f => f.Reader).WithMany(r => r.Follows).HasForeignKey(f => f.ReaderId).OnDelete(DeleteBehavior.Cascade);
        follow.HasIndex(f => new { f.ReaderId, f.Kind, f.TargetId, f.Number }).IsUnique();
        follow.HasIndex(f => new { f.Frequency, f.LookedUntil });
    }
}

internal sealed class OwedNewsConfiguration : IEntityTypeConfiguration<OwedNews>
{
    public void Configure(EntityTypeBuilder<OwedNews> owed)
    {
        owed.Property(n => n.Key).HasMaxLength(80);
        owed.Property(n => n.Kind).HasMaxLength(60);
        owed.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        owed.HasIndex(n => new { n.PersonId, n.At });
        owed.HasIndex(n => n.Key);
    }
}

internal sealed class ToldNewsConfiguration : IEntityTypeConfiguration<ToldNews>
{
    public void Configure(EntityTypeBuilder<ToldNews> told)
    {
        told.HasKey(t => new { t.ReaderId, t.Key });
        told.Property(t => t.Key).HasMaxLength(80);
        told.HasOne<Reader>().WithMany().HasForeignKey(t => t.ReaderId).OnDelete(DeleteBehavior.Cascade);
        told.HasIndex(t => t.At);
    }
}

internal sealed class NewsletterRequestConfiguration : IEntityTypeConfiguration<NewsletterRequest>
{
    public void Configure(EntityTypeBuilder<NewsletterRequest> request)
    {
        request.Property(r => r.Email).HasMaxLength(256);
        request.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.LinkHash).HasMaxLength(64);
        request.Property(r => r.NetworkHash).HasMaxLength(64);
        request.Ignore(r => r.Key);
        request.HasIndex(r => r.LinkHash).IsUnique();
        request.HasIndex(r => new { r.Email, r.AskedAt });
        request.HasIndex(r => new { r.NetworkHash, r.AskedAt });
    }
}
