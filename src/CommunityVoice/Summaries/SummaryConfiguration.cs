using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Summaries;

internal sealed class SummaryConfiguration : IEntityTypeConfiguration<Summary>
{
    public void Configure(EntityTypeBuilder<Summary> summary)
    {
        summary.Property(s => s.Slug).HasMaxLength(Summary.SlugMaxLength);
        summary.Ignore(s => s.PageTags);
        summary.HasOne(s => s.Consultation).WithMany().HasForeignKey(s => s.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        summary.HasOne(s => s.By).WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
        summary.HasIndex(s => s.Slug).IsUnique();
    }
}

internal sealed class SummaryVersionConfiguration : IEntityTypeConfiguration<SummaryVersion>
{
    public void Configure(EntityTypeBuilder<SummaryVersion> version)
    {
        version.Property(v => v.Title).HasMaxLength(160);
        version.Property(v => v.Correction).HasMaxLength(1000);
        version.Property(v => v.ElectionReason).HasMaxLength(Areas.ElectionNote.ReasonMaxLength);
        version.Property(v => v.Edits).IsConcurrencyToken();
        version.Property(v => v.Reading).HasConversion<string>().HasMaxLength(20);
        version.Property(v => v.Saturation).HasConversion<string>().HasMaxLength(20);
        version.Property(v => v.Sentiment).HasConversion<string>().HasMaxLength(20);
        version.Ignore(v => v.PageTags).Ignore(v => v.IsDraft).Ignore(v => v.InOrder);
        version.HasOne(v => v.Summary).WithMany(s => s.Versions).HasForeignKey(v => v.SummaryId);
        version.HasIndex(v => new { v.SummaryId, v.Number }).IsUnique();
    }
}

internal sealed class SummarySectionConfiguration : IEntityTypeConfiguration<SummarySection>
{
    public void Configure(EntityTypeBuilder<SummarySection> section)
    {
        section.HasKey(s => new { s.VersionId, s.Kind });
        section.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        section.HasOne(s => s.Version).WithMany(v => v.Sections).HasForeignKey(s => s.VersionId);
    }
}

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.Property(f => f.Heading).HasMaxLength(200);
        finding.HasOne(f => f.Version).WithMany(v => v.Findings).HasForeignKey(f => f.VersionId);
        finding.HasOne(f => f.Theme).WithMany().HasForeignKey(f => f.ThemeId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> citation)
    {
        citation.Property(c => c.Quote).HasMaxLength(2000);
        citation.HasOne(c => c.Finding).WithMany(f => f.Citations).HasForeignKey(c => c.FindingId);
        citation.HasOne(c => c.Comment).WithMany().HasForeignKey(c => c.CommentId).OnDelete(DeleteBehavior.Restrict);
        citation.HasOne(c => c.Priority).WithMany().HasForeignKey(c => c.PriorityId).OnDelete(DeleteBehavior.Restrict);
        citation.HasIndex(c => c.CommentId);
        citation.HasIndex(c => new { c.FindingId, c.CommentId }).IsUnique();
        citation.HasIndex(c => new { c.FindingId, c.PriorityId }).IsUnique();
    }
}

internal sealed class FigureConfiguration : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> figure)
    {
        figure.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
        figure.Property(f => f.Title).HasMaxLength(160);
        figure.Ignore(f => f.View);
        figure.HasOne(f => f.Version).WithMany(v => v.Figures).HasForeignKey(f => f.VersionId);
    }
}
