using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Voting;

internal sealed class BallotConfiguration : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.Property(b => b.Title).HasMaxLength(Ballot.TitleMaxLength);
        ballot.Property(b => b.Method).HasConversion<string>().HasMaxLength(20);
        ballot.Property(b => b.Completion).HasConversion<string>().HasMaxLength(30);
        ballot.Property(b => b.WhoMayVote).HasConversion<string>().HasMaxLength(20);
        ballot.Property(b => b.Head).HasMaxLength(64);
        ballot.Ignore(b => b.PageTags).Ignore(b => b.EndsAt).Ignore(b => b.HasMarks);
        ballot.HasOne(b => b.Consultation).WithMany().HasForeignKey(b => b.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        ballot.HasMany(b => b.Priorities).WithOne(p => p.Ballot).HasForeignKey(p => p.BallotId);
        ballot.HasIndex(b => b.ConsultationId);
    }
}

internal sealed class PriorityConfiguration : IEntityTypeConfiguration<Priority>
{
    public void Configure(EntityTypeBuilder<Priority> priority)
    {
        priority.Property(p => p.Title).HasMaxLength(Priority.TitleMaxLength);
        priority.Property(p => p.Detail).HasMaxLength(Priority.DetailMaxLength);
        priority.Property(p => p.Origin).HasConversion<string>().HasMaxLength(20);
        priority.Ignore(p => p.PageTags).Ignore(p => p.Live).Ignore(p => p.Shown);
        priority.HasOne(p => p.Comment).WithMany().HasForeignKey(p => p.CommentId).OnDelete(DeleteBehavior.Restrict);
        priority.HasIndex(p => new { p.BallotId, p.Order });
    }
}

internal sealed class BallotPaperConfiguration : IEntityTypeConfiguration<BallotPaper>
{
    public void Configure(EntityTypeBuilder<BallotPaper> paper)
    {
        paper.Property(p => p.Choices).HasMaxLength(2000);
        paper.Property(p => p.Receipt).HasMaxLength(40);
        paper.Property(p => p.Tier).HasConversion<string>().HasMaxLength(20);
        paper.HasOne(p => p.Ballot).WithMany().HasForeignKey(p => p.BallotId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne(p => p.Participant).WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        paper.HasIndex(p => new { p.BallotId, p.ParticipantId }).IsUnique(); // a second paper is impossible
        paper.HasIndex(p => p.OwesReceipt).HasFilter("\"OwesReceipt\"");
    }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    private const string IsSealed = "\"Sequence\" IS NOT NULL";

    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.Property(e => e.Commitment).HasMaxLength(64);
        entry.Property(e => e.Choices).HasMaxLength(2000);
        entry.Property(e => e.Supersedes).HasMaxLength(64);
        entry.Property(e => e.ReceiptHash).HasMaxLength(64);
        entry.Property(e => e.PreviousHash).HasMaxLength(64);
        entry.Property(e => e.Hash).HasMaxLength(64);
        entry.HasOne<Ballot>().WithMany().HasForeignKey(e => e.BallotId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.BallotId, e.Sequence }).IsUnique();
        entry.HasIndex(e => e.ReceiptHash); // the marks of one paper share it
        // Of sealed entries only: each index is a page more that a cast would write. No two entries can ever take the place of the same one.
        entry.HasIndex(e => e.Commitment).IsUnique().HasFilter(IsSealed);
        entry.HasIndex(e => new { e.BallotId, e.Supersedes }).IsUnique().HasFilter(IsSealed);
    }
}

internal sealed class MarkConfiguration : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> mark)
    {
        mark.HasKey(m => new { m.PriorityId, m.ParticipantId });
        mark.HasOne<Ballot>().WithMany().HasForeignKey(m => m.BallotId).OnDelete(DeleteBehavior.Restrict);
        mark.HasOne<Priority>().WithMany().HasForeignKey(m => m.PriorityId).OnDelete(DeleteBehavior.Restrict);
        mark.HasOne<Participant>().WithMany().HasForeignKey(m => m.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        mark.HasIndex(m => new { m.BallotId, m.ParticipantId });
        mark.ToTable(t => t.HasCheckConstraint("CK_Marks_Value", "\"Value\" IN (-1, 0, 1) AND \"SealedValue\" IN (-1, 0, 1)"));
    }
}

internal sealed class VoterPassConfiguration : IEntityTypeConfiguration<VoterPass>
{
    public void Configure(EntityTypeBuilder<VoterPass> pass)
    {
        pass.HasKey(p => new { p.BallotId, p.ParticipantId });
        pass.Property(p => p.Tier).HasConversion<string>().HasMaxLength(20);
        pass.HasOne<Ballot>().WithMany().HasForeignKey(p => p.BallotId).OnDelete(DeleteBehavior.Restrict);
        pass.HasOne<Participant>().WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VotingCodeConfiguration : IEntityTypeConfiguration<VotingCode>
{
    public void Configure(EntityTypeBuilder<VotingCode> code)
    {
        code.Property(c => c.CodeHash).HasMaxLength(64);
        code.HasOne<Ballot>().WithMany().HasForeignKey(c => c.BallotId).OnDelete(DeleteBehavior.Restrict);
        code.HasIndex(c => c.CodeHash).IsUnique();
        code.HasIndex(c => new { c.BallotId, c.Run });
    }
}

internal sealed class EnteredPaperConfiguration : IEntityTypeConfiguration<EnteredPaper>
{
    public void Configure(EntityTypeBuilder<EnteredPaper> paper)
    {
        paper.HasKey(p => new { p.BallotId, p.ParticipantId });
        paper.Property(p => p.FormNumber).HasMaxLength(EnteredPaper.FormNumberMaxLength);
        paper.Property(p => p.Channel).HasConversion<string>().HasMaxLength(20);
        paper.HasOne<Ballot>().WithMany().HasForeignKey(p => p.BallotId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne(p => p.Participant).WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne<Person>().WithMany().HasForeignKey(p => p.EnteredById).OnDelete(DeleteBehavior.SetNull);
        paper.HasIndex(p => new { p.BallotId, p.FormNumber }).IsUnique(); // a form is entered once
    }
}

internal sealed class BallotOutcomeConfiguration : IEntityTypeConfiguration<BallotOutcome>
{
    public void Configure(EntityTypeBuilder<BallotOutcome> outcome)
    {
        outcome.HasKey(o => o.BallotId);
        outcome.Property(o => o.BallotId).ValueGeneratedNever();
        outcome.Ignore(o => o.PageTags);
        outcome.HasOne(o => o.Ballot).WithOne(b => b.Outcome).HasForeignKey<BallotOutcome>(o => o.BallotId).OnDelete(DeleteBehavior.Cascade);
    }
}
