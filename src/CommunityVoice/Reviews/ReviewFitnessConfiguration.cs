using CommunityVoice.People;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Reviews;

// Who acted is forgotten with their account: the database does it, so that no list has to be kept.
internal sealed class ItemJudgementConfiguration : IEntityTypeConfiguration<ItemJudgement>
{
    public void Configure(EntityTypeBuilder<ItemJudgement> judgement)
    {
        judgement.Property(j => j.Now).HasConversion<string>().HasMaxLength(20);
        judgement.Property(j => j.Future).HasConversion<string>().HasMaxLength(20);
        judgement.Property(j => j.Reason).HasMaxLength(ItemJudgement.TextMaxLength);
        judgement.Property(j => j.LocalNeeds).HasMaxLength(ItemJudgement.TextMaxLength);
        judgement.Property(j => j.Source).HasMaxLength(ItemJudgement.TextMaxLength);
        judgement.Property(j => j.Partners).HasDefaultValue(PartnerTypes.None);
        judgement.Property(j => j.CitedDocument).HasMaxLength(CitedSource.DocumentMaxLength).HasDefaultValue("");
        judgement.Property(j => j.CitedPage).HasMaxLength(CitedSource.PageMaxLength).HasDefaultValue("");
        judgement.Property(j => j.CitedQuote).HasMaxLength(Quotation.MaxLength).HasDefaultValue("");
        judgement.Ignore(j => j.PageTags).Ignore(j => j.QuoteCheck);
        judgement.HasOne(j => j.CitedVersion).WithMany().HasForeignKey(j => j.CitedVersionId).OnDelete(DeleteBehavior.SetNull);
        judgement.HasOne(j => j.Review).WithMany(r => r.Judgements).HasForeignKey(j => j.ReviewId);
        judgement.HasOne(j => j.Item).WithMany().HasForeignKey(j => j.ItemId).OnDelete(DeleteBehavior.Restrict);
        judgement.HasOne(j => j.By).WithMany().HasForeignKey(j => j.ByBodyId).OnDelete(DeleteBehavior.Restrict);
        judgement.HasOne<Person>().WithMany().HasForeignKey(j => j.ById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class JudgementGroundConfiguration : IEntityTypeConfiguration<JudgementGround>
{
    public void Configure(EntityTypeBuilder<JudgementGround> ground)
    {
        ground.HasKey(g => new { g.JudgementId, g.FindingId });
        ground.HasOne(g => g.Judgement).WithMany(j => j.Grounds).HasForeignKey(g => g.JudgementId);
        ground.HasOne(g => g.Finding).WithMany().HasForeignKey(g => g.FindingId);
    }
}

internal sealed class TestQuestionConfiguration : IEntityTypeConfiguration<TestQuestion>
{
    public void Configure(EntityTypeBuilder<TestQuestion> question)
    {
        question.Property(q => q.Text).HasMaxLength(TestQuestion.TextMaxLength);
        question.Property(q => q.Why).HasMaxLength(TestQuestion.WhyMaxLength);
        question.Property(q => q.WithdrawnReason).HasMaxLength(TestQuestion.WhyMaxLength);
        question.Property(q => q.Edits).IsConcurrencyToken();
        question.Ignore(q => q.PageTags).Ignore(q => q.NewestAnswer);
        question.HasOne(q => q.Review).WithMany(r => r.Questions).HasForeignKey(q => q.ReviewId);
        question.HasOne(q => q.Item).WithMany().HasForeignKey(q => q.ItemId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.Asked).WithMany().HasForeignKey(q => q.AskedId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne(q => q.By).WithMany().HasForeignKey(q => q.ByBodyId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne<Person>().WithMany().HasForeignKey(q => q.ById).OnDelete(DeleteBehavior.SetNull);
        question.HasIndex(q => new { q.ReviewId, q.Number }).IsUnique();
    }
}

internal sealed class TestAnswerConfiguration : IEntityTypeConfiguration<TestAnswer>
{
    public void Configure(EntityTypeBuilder<TestAnswer> answer)
    {
        answer.Property(a => a.Text).HasMaxLength(ItemJudgement.TextMaxLength);
        answer.Property(a => a.Evidence).HasMaxLength(ItemJudgement.TextMaxLength);
        answer.Property(a => a.Rating).HasConversion<string>().HasMaxLength(20);
        answer.Property(a => a.RatingReason).HasMaxLength(TestQuestion.WhyMaxLength);
        answer.Ignore(a => a.IsFinal).Ignore(a => a.PageTags);
        answer.HasOne(a => a.Question).WithMany(q => q.Answers).HasForeignKey(a => a.QuestionId);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.SetNull);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.RatedById).OnDelete(DeleteBehavior.SetNull);
        answer.HasIndex(a => new { a.QuestionId, a.Number }).IsUnique();
    }
}
