using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Voting;

internal sealed class ExclusionConfiguration : IEntityTypeConfiguration<Exclusion>
{
    public void Configure(EntityTypeBuilder<Exclusion> exclusion)
    {
        exclusion.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        exclusion.Property(e => e.Reason).HasConversion<string>().HasMaxLength(30);
        exclusion.Property(e => e.Words).HasMaxLength(Exclusion.WordsMaxLength);
        exclusion.Property(e => e.Pattern).HasMaxLength(200);
        exclusion.Property(e => e.Answer).HasMaxLength(Exclusion.WordsMaxLength);
        exclusion.Ignore(e => e.IsWaiting).Ignore(e => e.Changed);
        exclusion.HasOne(e => e.Ballot).WithMany().HasForeignKey(e => e.BallotId).OnDelete(DeleteBehavior.Restrict);
        exclusion.HasOne<Person>().WithMany().HasForeignKey(e => e.ProposedById).OnDelete(DeleteBehavior.SetNull);
        exclusion.HasOne<Person>().WithMany().HasForeignKey(e => e.AnsweredById).OnDelete(DeleteBehavior.SetNull);
        exclusion.HasMany(e => e.Papers).WithOne().HasForeignKey(p => p.ExclusionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ExclusionPaperConfiguration : IEntityTypeConfiguration<ExclusionPaper>
{
    public void Configure(EntityTypeBuilder<ExclusionPaper> paper)
    {
        paper.HasKey(p => new { p.ExclusionId, p.ParticipantId });
        paper.HasOne<Ballot>().WithMany().HasForeignKey(p => p.BallotId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne<Participant>().WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        paper.HasIndex(p => new { p.BallotId, p.ParticipantId });
    }
}
