using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Recommendations;

// Who acted is forgotten with their account: the database does it, so that no list has to be kept.
internal sealed class EscalationConfiguration : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> escalation)
    {
        escalation.Property(e => e.Reason).HasMaxLength(Escalation.TextMaxLength);
        escalation.Property(e => e.Answer).HasMaxLength(Escalation.TextMaxLength);
        escalation.Property(e => e.Edits).IsConcurrencyToken();
        escalation.Ignore(e => e.PageTags);
        escalation.HasOne(e => e.Summary).WithMany().HasForeignKey(e => e.SummaryId).OnDelete(DeleteBehavior.Restrict);
        escalation.HasOne(e => e.To).WithMany().HasForeignKey(e => e.ToId).OnDelete(DeleteBehavior.Restrict);
        escalation.HasOne<Person>().WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.SetNull);
        escalation.HasOne<Person>().WithMany().HasForeignKey(e => e.AcknowledgedById).OnDelete(DeleteBehavior.SetNull);
        escalation.HasOne<Person>().WithMany().HasForeignKey(e => e.AnsweredById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class EscalatedRecommendationConfiguration : IEntityTypeConfiguration<EscalatedRecommendation>
{
    public void Configure(EntityTypeBuilder<EscalatedRecommendation> item)
    {
        item.HasKey(i => new { i.EscalationId, i.RecommendationId });
        item.HasOne(i => i.Escalation).WithMany(e => e.Items).HasForeignKey(i => i.EscalationId);
        item.HasOne(i => i.Recommendation).WithMany().HasForeignKey(i => i.RecommendationId).OnDelete(DeleteBehavior.Restrict);
    }
}
