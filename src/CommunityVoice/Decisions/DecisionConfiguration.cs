using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Decisions;

// Who typed it is forgotten with their account: the database does it.
internal sealed class DecisionRecordConfiguration : IEntityTypeConfiguration<DecisionRecord>
{
    public void Configure(EntityTypeBuilder<DecisionRecord> record)
    {
        record.Property(r => r.Decided).HasMaxLength(DecisionRecord.DecidedMaxLength);
        record.Property(r => r.ReadBy).HasMaxLength(DecisionRecord.ReadByMaxLength);
        record.Property(r => r.EqualityChange).HasMaxLength(DecisionRecord.EqualityChangeMaxLength);
        record.Property(r => r.Correction).HasMaxLength(DecisionRecord.CorrectionMaxLength);
        record.Ignore(r => r.PageTags).Ignore(r => r.InOrder);
        record.HasOne(r => r.Consultation).WithMany().HasForeignKey(r => r.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne(r => r.Cites).WithMany().HasForeignKey(r => r.CitesId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne(r => r.By).WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<Person>().WithMany().HasForeignKey(r => r.PublishedById).OnDelete(DeleteBehavior.SetNull);
        record.HasIndex(r => new { r.ConsultationId, r.Number }).IsUnique();
    }
}

internal sealed class ThemeAnswerConfiguration : IEntityTypeConfiguration<ThemeAnswer>
{
    public void Configure(EntityTypeBuilder<ThemeAnswer> answer)
    {
        answer.Property(a => a.Name).HasMaxLength(Summaries.Finding.HeadingMaxLength);
        answer.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        answer.Property(a => a.Reason).HasMaxLength(ThemeAnswer.ReasonMaxLength);
        answer.HasOne(a => a.Record).WithMany(r => r.Answers).HasForeignKey(a => a.RecordId);
        answer.HasOne(a => a.Theme).WithMany().HasForeignKey(a => a.ThemeId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.Finding).WithMany().HasForeignKey(a => a.FindingId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.Recommendation).WithMany().HasForeignKey(a => a.RecommendationId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.Strategy).WithMany().HasForeignKey(a => a.StrategyId).OnDelete(DeleteBehavior.Restrict);
        answer.ToTable(t => t.HasCheckConstraint("CK_ThemeAnswers_Linked", "\"ThemeId\" IS NOT NULL OR \"FindingId\" IS NOT NULL"));
    }
}

internal sealed class DecisionDelayConfiguration : IEntityTypeConfiguration<DecisionDelay>
{
    public void Configure(EntityTypeBuilder<DecisionDelay> delay)
    {
        delay.Property(d => d.Words).HasMaxLength(DecisionDelay.WordsMaxLength);
        delay.Ignore(d => d.PageTags);
        delay.HasOne(d => d.Consultation).WithMany().HasForeignKey(d => d.ConsultationId);
        delay.HasOne(d => d.From).WithMany().HasForeignKey(d => d.FromId).OnDelete(DeleteBehavior.Restrict);
        delay.HasOne<Person>().WithMany().HasForeignKey(d => d.ById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class DecisionReminderConfiguration : IEntityTypeConfiguration<DecisionReminder>
{
    public void Configure(EntityTypeBuilder<DecisionReminder> reminder)
    {
        reminder.HasKey(r => r.ConsultationId);
        reminder.HasOne(r => r.Consultation).WithOne().HasForeignKey<DecisionReminder>(r => r.ConsultationId);
    }
}
