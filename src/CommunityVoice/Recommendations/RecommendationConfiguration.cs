using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Recommendations;

// Who acted is forgotten with their account: the database does it, so that no list has to be kept.
internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> recommendation)
    {
        recommendation.Property(r => r.Ask).HasMaxLength(Recommendation.AskMaxLength);
        recommendation.Property(r => r.Rationale).HasMaxLength(Recommendation.TextMaxLength);
        recommendation.Property(r => r.Measure).HasMaxLength(Recommendation.TextMaxLength);
        recommendation.Property(r => r.WarningReason).HasMaxLength(Recommendation.ReasonMaxLength);
        recommendation.Property(r => r.WithdrawnReason).HasMaxLength(Recommendation.ReasonMaxLength);
        recommendation.Property(r => r.Edits).IsConcurrencyToken();
        recommendation.Ignore(r => r.PageTags).Ignore(r => r.IsPaused).Ignore(r => r.WaitsForAnswer);
        recommendation.HasOne(r => r.Summary).WithMany().HasForeignKey(r => r.SummaryId).OnDelete(DeleteBehavior.Restrict);
        recommendation.HasOne(r => r.Version).WithMany(v => v.Recommendations).HasForeignKey(r => r.VersionId);
        recommendation.HasOne(r => r.Addressee).WithMany().HasForeignKey(r => r.AddresseeId).OnDelete(DeleteBehavior.Restrict);
        recommendation.HasOne<Person>().WithMany().HasForeignKey(r => r.AcknowledgedById).OnDelete(DeleteBehavior.SetNull);
        recommendation.HasOne<Person>().WithMany().HasForeignKey(r => r.WithdrawnById).OnDelete(DeleteBehavior.SetNull);
        recommendation.HasIndex(r => new { r.SummaryId, r.Number }).IsUnique();
        recommendation.HasIndex(r => r.DueOn);
    }
}

internal sealed class RecommendationGroundConfiguration : IEntityTypeConfiguration<RecommendationGround>
{
    public void Configure(EntityTypeBuilder<RecommendationGround> ground)
    {
        ground.HasKey(g => new { g.RecommendationId, g.FindingId });
        ground.HasOne(g => g.Recommendation).WithMany(r => r.Grounds).HasForeignKey(g => g.RecommendationId);
        ground.HasOne(g => g.Finding).WithMany().HasForeignKey(g => g.FindingId);
    }
}

internal sealed class ResponseConfiguration : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> response)
    {
        response.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        response.Property(r => r.Action).HasMaxLength(Recommendation.TextMaxLength);
        response.Property(r => r.OwnerRole).HasMaxLength(Response.OwnerMaxLength);
        response.Property(r => r.Reason).HasMaxLength(Recommendation.TextMaxLength);
        response.HasOne(r => r.Recommendation).WithMany(r => r.Responses).HasForeignKey(r => r.RecommendationId);
        response.HasOne<Person>().WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.SetNull);
        response.HasIndex(r => new { r.RecommendationId, r.Number }).IsUnique();
    }
}

internal sealed class OutcomeConfiguration : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> outcome)
    {
        outcome.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
        outcome.Property(o => o.Effect).HasMaxLength(Recommendation.TextMaxLength);
        outcome.HasOne(o => o.Recommendation).WithMany(r => r.Outcomes).HasForeignKey(o => o.RecommendationId);
        outcome.HasOne(o => o.From).WithMany().HasForeignKey(o => o.FromId).OnDelete(DeleteBehavior.Restrict);
        outcome.HasOne<Person>().WithMany().HasForeignKey(o => o.ById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ClockPauseConfiguration : IEntityTypeConfiguration<ClockPause>
{
    public void Configure(EntityTypeBuilder<ClockPause> pause)
    {
        pause.Property(p => p.Reason).HasMaxLength(Recommendation.ReasonMaxLength);
        pause.HasOne(p => p.Recommendation).WithMany(r => r.Pauses).HasForeignKey(p => p.RecommendationId);
        pause.HasOne<Person>().WithMany().HasForeignKey(p => p.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
