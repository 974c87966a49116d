using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Bodies;

internal sealed class BodyConfiguration : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> body)
    {
        body.Property(b => b.Name).HasMaxLength(Body.NameMaxLength);
        body.Property(b => b.Slug).HasMaxLength(Body.SlugMaxLength);
        body.Property(b => b.Kind).HasConversion<string>().HasMaxLength(20);
        body.Property(b => b.About).HasMaxLength(2000);
        body.Property(b => b.Website).HasMaxLength(300);
        body.Property(b => b.ContactEmail).HasMaxLength(256);
        body.Property(b => b.OrganisationId).HasMaxLength(OrganisationId.MaxLength);
        body.Property(b => b.NoPublicAuthority).HasMaxLength(Body.NoPublicAuthorityMaxLength);
        body.Ignore(b => b.Voice);
        body.HasMany(b => b.Remits).WithOne(r => r.Body).HasForeignKey(r => r.BodyId);
        body.HasIndex(b => b.Slug).IsUnique();
    }
}

internal sealed class RemitConfiguration : IEntityTypeConfiguration<Remit>
{
    public void Configure(EntityTypeBuilder<Remit> remit)
    {
        remit.Property(r => r.Label).HasMaxLength(120);
        remit.Property(r => r.LegalBasis).HasMaxLength(300);
        remit.HasOne(r => r.Area).WithMany().HasForeignKey(r => r.AreaId).OnDelete(DeleteBehavior.Restrict);
        remit.HasOne(r => r.CommissionedBy).WithMany().HasForeignKey(r => r.CommissionedById).OnDelete(DeleteBehavior.Restrict);
        remit.HasIndex(r => r.AreaId);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.Property(m => m.Role).HasMaxLength(120);
        membership.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId);
        membership.HasOne(m => m.Body).WithMany().HasForeignKey(m => m.BodyId);
        membership.HasIndex(m => new { m.PersonId, m.BodyId });
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.Email).HasMaxLength(256);
        invitation.Property(i => i.Role).HasMaxLength(120);
        invitation.Property(i => i.TokenHash).HasMaxLength(64);
        invitation.HasOne(i => i.Body).WithMany().HasForeignKey(i => i.BodyId);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.InvitedById).OnDelete(DeleteBehavior.Cascade);
        invitation.HasIndex(i => i.TokenHash).IsUnique();
    }
}
