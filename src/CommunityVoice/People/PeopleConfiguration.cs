using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.DisplayName).HasMaxLength(Person.DisplayNameMaxLength);
        person.Property(p => p.DeclaredRole).HasMaxLength(120);
        person.Property(p => p.Voice).HasConversion<string>().HasMaxLength(20);
        person.HasOne(p => p.Area).WithMany().HasForeignKey(p => p.AreaId).OnDelete(DeleteBehavior.SetNull);
        person.HasIndex(p => p.NormalizedEmail).IsUnique();
    }
}

internal sealed class SignInRequestConfiguration : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.Property(r => r.Email).HasMaxLength(256);
        request.Property(r => r.CodeHash).HasMaxLength(64);
        request.Property(r => r.LinkHash).HasMaxLength(64);
        request.Property(r => r.BrowserHash).HasMaxLength(64);
        request.Property(r => r.NetworkHash).HasMaxLength(64);
        request.HasIndex(r => r.LinkHash).IsUnique();
        request.HasIndex(r => r.BrowserHash);
        request.HasIndex(r => new { r.Email, r.CreatedAt });
        request.HasIndex(r => new { r.NetworkHash, r.CreatedAt });
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.Property(p => p.Id).ValueGeneratedNever();
        participant.Property(p => p.Voice).HasConversion<string>().HasMaxLength(20);
        participant.Property(p => p.ImportKey).HasMaxLength(160);
        participant.HasIndex(p => p.ImportKey).IsUnique();
    }
}

internal sealed class ParticipantLinkConfiguration : IEntityTypeConfiguration<ParticipantLink>
{
    public void Configure(EntityTypeBuilder<ParticipantLink> link)
    {
        link.HasKey(l => l.PersonId);
        link.HasIndex(l => l.ParticipantId).IsUnique();
        link.HasOne<Person>().WithOne().HasForeignKey<ParticipantLink>(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Participant>().WithOne().HasForeignKey<ParticipantLink>(l => l.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
