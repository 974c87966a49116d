using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Summaries;

// Who acted is forgotten with their account: the database does it, so that no list has to be kept.
internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ToTable("SummaryPartners");
        partner.Property(p => p.DeclineReason).HasMaxLength(Partner.ReasonMaxLength);
        partner.Property(p => p.Edits).IsConcurrencyToken();
        partner.Ignore(p => p.PageTags).Ignore(p => p.State);
        partner.HasOne(p => p.Version).WithMany(v => v.Partners).HasForeignKey(p => p.VersionId);
        partner.HasOne(p => p.Body).WithMany().HasForeignKey(p => p.BodyId).OnDelete(DeleteBehavior.Restrict);
        partner.HasOne<Person>().WithMany().HasForeignKey(p => p.SignedById).OnDelete(DeleteBehavior.SetNull);
        partner.HasOne<Person>().WithMany().HasForeignKey(p => p.DeclinedById).OnDelete(DeleteBehavior.SetNull);
        partner.HasIndex(p => new { p.VersionId, p.BodyId }).IsUnique();
    }
}

internal sealed class FactCheckConfiguration : IEntityTypeConfiguration<FactCheck>
{
    public void Configure(EntityTypeBuilder<FactCheck> check)
    {
        check.Property(c => c.Email).HasMaxLength(256);
        check.Property(c => c.TokenHash).HasMaxLength(64);
        check.Ignore(c => c.PageTags).Ignore(c => c.InOrder);
        check.HasOne(c => c.Version).WithMany(v => v.FactChecks).HasForeignKey(c => c.VersionId);
        check.HasOne(c => c.Body).WithMany().HasForeignKey(c => c.BodyId).OnDelete(DeleteBehavior.Restrict);
        check.HasOne<Person>().WithMany().HasForeignKey(c => c.SentById).OnDelete(DeleteBehavior.SetNull);
        check.HasIndex(c => c.TokenHash).IsUnique();
    }
}

internal sealed class FactCheckCommentConfiguration : IEntityTypeConfiguration<FactCheckComment>
{
    public void Configure(EntityTypeBuilder<FactCheckComment> comment)
    {
        comment.Property(c => c.Where).HasMaxLength(FactCheckComment.WhereMaxLength);
        comment.Property(c => c.Wrong).HasMaxLength(FactCheckComment.TextMaxLength);
        comment.Property(c => c.Right).HasMaxLength(FactCheckComment.TextMaxLength);
        comment.Property(c => c.Reason).HasMaxLength(FactCheckComment.TextMaxLength);
        comment.Property(c => c.Decision).HasConversion<string>().HasMaxLength(20);
        comment.Property(c => c.Edits).IsConcurrencyToken();
        comment.Ignore(c => c.PageTags);
        comment.HasOne(c => c.Check).WithMany(c => c.Comments).HasForeignKey(c => c.CheckId);
        comment.HasOne<Person>().WithMany().HasForeignKey(c => c.DecidedById).OnDelete(DeleteBehavior.SetNull);
        comment.HasIndex(c => new { c.CheckId, c.Number }).IsUnique();
    }
}

internal sealed class SummaryVariantConfiguration : IEntityTypeConfiguration<SummaryVariant>
{
    public void Configure(EntityTypeBuilder<SummaryVariant> variant)
    {
        variant.Property(v => v.Code).HasMaxLength(20);
        variant.Property(v => v.Title).HasMaxLength(SummaryVersion.TitleMaxLength);
        variant.Property(v => v.Edits).IsConcurrencyToken();
        variant.Ignore(v => v.PageTags).Ignore(v => v.Kind);
        variant.HasOne(v => v.Summary).WithMany().HasForeignKey(v => v.SummaryId);
        variant.HasOne<Person>().WithMany().HasForeignKey(v => v.WrittenById).OnDelete(DeleteBehavior.SetNull);
        variant.HasIndex(v => new { v.SummaryId, v.Code }).IsUnique();
    }
}
