using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Reviews;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.Property(r => r.Title).HasMaxLength(Review.TitleMaxLength);
        review.Property(r => r.Slug).HasMaxLength(80);
        review.Property(r => r.About).HasMaxLength(Review.AboutMaxLength);
        review.Property(r => r.NotHeardBecause).HasMaxLength(ItemJudgement.TextMaxLength).HasDefaultValue("");
        review.Property(r => r.Conclusion).HasMaxLength(Review.AboutMaxLength).HasDefaultValue("");
        review.Property(r => r.Edits).IsConcurrencyToken();
        review.Ignore(r => r.PageTags);
        review.HasOne(r => r.Area).WithMany().HasForeignKey(r => r.AreaId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne(r => r.Framework).WithMany().HasForeignKey(r => r.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        review.HasIndex(r => r.Slug).IsUnique();
    }
}

internal sealed class ReviewSponsorConfiguration : IEntityTypeConfiguration<ReviewSponsor>
{
    public void Configure(EntityTypeBuilder<ReviewSponsor> sponsor)
    {
        sponsor.HasKey(s => new { s.ReviewId, s.BodyId });
        sponsor.HasOne(s => s.Review).WithMany(r => r.Sponsors).HasForeignKey(s => s.ReviewId);
        sponsor.HasOne(s => s.Body).WithMany().HasForeignKey(s => s.BodyId);
    }
}
