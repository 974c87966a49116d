using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.AnnualReports;

internal sealed class AnnualReportConfiguration : IEntityTypeConfiguration<AnnualReport>
{
    public void Configure(EntityTypeBuilder<AnnualReport> report)
    {
        report.Property(r => r.Slug).HasMaxLength(AnnualReport.SlugMaxLength);
        report.Property(r => r.Title).HasMaxLength(AnnualReport.TitleMaxLength);
        report.Property(r => r.InShort).HasMaxLength(AnnualReport.TextMaxLength);
        report.Property(r => r.WhatItShows).HasMaxLength(AnnualReport.TextMaxLength);
        report.Property(r => r.WhatNext).HasMaxLength(AnnualReport.TextMaxLength);
        report.Property(r => r.Correction).HasMaxLength(AnnualReport.CorrectionMaxLength);
        report.Property(r => r.Edits).IsConcurrencyToken();
        report.Ignore(r => r.PageTags).Ignore(r => r.IsDraft).Ignore(r => r.FirstDay).Ignore(r => r.LastDay).Ignore(r => r.Pack).Ignore(r => r.Text).Ignore(r => r.Lack);
        report.HasOne(r => r.By).WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.ById, r.Year, r.Number }).IsUnique();
        report.HasIndex(r => new { r.Slug, r.Number }).IsUnique();
    }
}

/// <summary>Named queries over annual reports.</summary>
public static class AnnualReportQueries
{
    extension(IQueryable<AnnualReport> reports)
    {
        public IQueryable<AnnualReport> Published() => reports.Where(r => r.PublishedAt != null);

        /// <summary>Without those that have a later version among these.</summary>
        public IQueryable<AnnualReport> Newest() => reports.Where(r => !reports.Any(l => l.ById == r.ById && l.Year == r.Year && l.Number > r.Number));
    }
}
