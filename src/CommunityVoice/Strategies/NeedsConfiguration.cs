using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Strategies;

internal sealed class NeedsAssessmentConfiguration : IEntityTypeConfiguration<NeedsAssessment>
{
    public void Configure(EntityTypeBuilder<NeedsAssessment> assessment)
    {
        assessment.Property(a => a.Title).HasMaxLength(NeedsAssessment.TitleMaxLength);
        assessment.Property(a => a.Link).HasMaxLength(NeedsAssessment.LinkMaxLength);
        assessment.Property(a => a.Source).HasMaxLength(NeedsAssessment.SourceMaxLength);
        assessment.Property(a => a.InShort).HasMaxLength(NeedsAssessment.InShortMaxLength);
        assessment.Property(a => a.TakenBackReason).HasMaxLength(NeedsAssessment.ReasonMaxLength);
        assessment.Property(a => a.Edits).IsConcurrencyToken();
        assessment.Ignore(a => a.PageTags).Ignore(a => a.CanBeTakenBack);
        assessment.HasOne(a => a.Area).WithMany().HasForeignKey(a => a.AreaId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasOne(a => a.From).WithMany().HasForeignKey(a => a.FromId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasOne<Person>().WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.SetNull);
        assessment.HasOne<Person>().WithMany().HasForeignKey(a => a.TakenBackById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class RevisionQuestionConfiguration : IEntityTypeConfiguration<RevisionQuestion>
{
    public void Configure(EntityTypeBuilder<RevisionQuestion> question)
    {
        question.Property(q => q.Reason).HasMaxLength(RevisionQuestion.ReasonMaxLength);
        question.Ignore(q => q.PageTags).Ignore(q => q.IsOpen);
        question.HasOne(q => q.Assessment).WithMany(a => a.Questions).HasForeignKey(q => q.AssessmentId);
        question.HasOne(q => q.Strategy).WithMany().HasForeignKey(q => q.StrategyId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.Version).WithMany().HasForeignKey(q => q.VersionId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.DecidedFor).WithMany().HasForeignKey(q => q.DecidedForId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne<Person>().WithMany().HasForeignKey(q => q.DecidedById).OnDelete(DeleteBehavior.SetNull);
        question.HasIndex(q => new { q.AssessmentId, q.StrategyId }).IsUnique();

        // A decision is whole or not there at all.
        question.ToTable(t => t.HasCheckConstraint("CK_RevisionQuestions_Decision",
            "(\"DecidedAt\" IS NULL) = (\"Reason\" IS NULL) AND (\"DecidedAt\" IS NULL) = (\"Revises\" IS NULL) AND (\"DecidedAt\" IS NULL) = (\"DecidedForId\" IS NULL)"));
    }
}
