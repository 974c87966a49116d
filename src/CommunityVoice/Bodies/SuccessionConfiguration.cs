using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Bodies;

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> handOver)
    {
        handOver.Property(h => h.Note).HasMaxLength(HandOver.NoteMaxLength);
        handOver.HasOne(h => h.From).WithMany().HasForeignKey(h => h.FromId).OnDelete(DeleteBehavior.Restrict);
        handOver.HasOne(h => h.To).WithMany().HasForeignKey(h => h.ToId).OnDelete(DeleteBehavior.Restrict);
        handOver.HasMany(h => h.Remits).WithOne().HasForeignKey(r => r.HandOverId);
    }
}

internal sealed class HandedRemitConfiguration : IEntityTypeConfiguration<HandedRemit>
{
    public void Configure(EntityTypeBuilder<HandedRemit> remit)
    {
        remit.HasOne(r => r.Ended).WithMany().HasForeignKey(r => r.EndedId).OnDelete(DeleteBehavior.Restrict);
        remit.HasOne(r => r.Given).WithMany().HasForeignKey(r => r.GivenId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class BodyStandingConfiguration : IEntityTypeConfiguration<BodyStanding>
{
    public void Configure(EntityTypeBuilder<BodyStanding> standing)
    {
        standing.Property(s => s.Kind).HasConversion<string>().HasMaxLength(30);
        standing.Property(s => s.HostedBy).HasMaxLength(BodyStanding.HostMaxLength);
        standing.Property(s => s.Note).HasMaxLength(BodyStanding.NoteMaxLength);
        standing.Ignore(s => s.Words);
        standing.HasOne(s => s.Body).WithMany().HasForeignKey(s => s.BodyId);
    }
}
