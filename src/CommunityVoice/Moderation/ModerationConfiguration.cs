using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Moderation;

internal sealed class FlagConfiguration : IEntityTypeConfiguration<Flag>
{
    public void Configure(EntityTypeBuilder<Flag> flag)
    {
        flag.Property(f => f.Reason).HasConversion<string>().HasMaxLength(20);
        flag.Property(f => f.Detail).HasMaxLength(Flag.DetailMaxLength);
        flag.Property(f => f.ReporterEmail).HasMaxLength(256);
        flag.Property(f => f.ReporterKey).HasMaxLength(64);
        flag.Property(f => f.NetworkKey).HasMaxLength(64);
        flag.Property(f => f.Receipt).HasMaxLength(40);
        flag.HasOne(f => f.Comment).WithMany().HasForeignKey(f => f.CommentId).OnDelete(DeleteBehavior.Cascade);
        flag.HasOne(f => f.Decision).WithMany().HasForeignKey(f => f.DecisionId).OnDelete(DeleteBehavior.SetNull);
        flag.HasOne<People.Person>().WithMany().HasForeignKey(f => f.ReporterId).OnDelete(DeleteBehavior.SetNull);
        flag.HasIndex(f => new { f.CommentId, f.ReporterKey }).IsUnique().HasFilter("\"DecisionId\" IS NULL"); // pressing twice reports once
        flag.HasIndex(f => new { f.NetworkKey, f.At });
        flag.HasIndex(f => f.Receipt).IsUnique();
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.Property(d => d.Outcome).HasConversion<string>().HasMaxLength(20);
        decision.Property(d => d.Rule).HasMaxLength(40);
        decision.Property(d => d.Reason).HasMaxLength(2000);
        decision.HasOne(d => d.Comment).WithMany().HasForeignKey(d => d.CommentId).OnDelete(DeleteBehavior.Cascade);
        decision.HasOne<Bodies.Body>().WithMany().HasForeignKey(d => d.BodyId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.CommentId, d.Number }).IsUnique();
        decision.HasIndex(d => d.At);
    }
}
