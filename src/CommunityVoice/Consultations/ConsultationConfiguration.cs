using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Consultations;

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.Property(c => c.Title).HasMaxLength(Consultation.TitleMaxLength);
        consultation.Property(c => c.Slug).HasMaxLength(Consultation.SlugMaxLength);
        consultation.Property(c => c.Question).HasMaxLength(Consultation.QuestionMaxLength);
        consultation.Property(c => c.DecisionMaker).HasMaxLength(200);
        consultation.Property(c => c.PeriodReason).HasMaxLength(500);
        consultation.Property(c => c.ElectionReason).HasMaxLength(Areas.ElectionNote.ReasonMaxLength);
        consultation.Property(c => c.Version).IsConcurrencyToken();
        consultation.Property(c => c.LegalHook).HasMaxLength(Consultation.LegalHookMaxLength);
        consultation.Property(c => c.Involvement).HasConversion<string>().HasMaxLength(20);
        consultation.Ignore(c => c.PageTags).Ignore(c => c.Equality);
        consultation.HasOne(c => c.Area).WithMany().HasForeignKey(c => c.AreaId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne(c => c.AskedBy).WithMany().HasForeignKey(c => c.AskedById).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne(c => c.Review).WithMany(r => r.Consultations).HasForeignKey(c => c.ReviewId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasIndex(c => c.Slug).IsUnique();
        consultation.HasIndex(c => c.ClosesAt);
        consultation.HasIndex(c => c.AreaId);
        consultation.ToTable(t => t.HasCheckConstraint("CK_Consultations_Dates", "\"OpensAt\" IS NULL OR \"ClosesAt\" IS NULL OR \"OpensAt\" < \"ClosesAt\""));
    }
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.Property(d => d.Title).HasMaxLength(160);
        document.Property(d => d.Slug).HasMaxLength(80);
        document.Ignore(d => d.PageTags);
        document.HasOne(d => d.Consultation).WithMany(c => c.Documents).HasForeignKey(d => d.ConsultationId);
        document.HasIndex(d => new { d.ConsultationId, d.Slug }).IsUnique();
    }
}

internal sealed class DocumentSectionConfiguration : IEntityTypeConfiguration<DocumentSection>
{
    public void Configure(EntityTypeBuilder<DocumentSection> section)
    {
        section.Property(s => s.Anchor).HasMaxLength(80);
        section.Property(s => s.Heading).HasMaxLength(160);
        section.Ignore(s => s.PageTags);
        section.HasOne(s => s.Document).WithMany(d => d.Sections).HasForeignKey(s => s.DocumentId);
        section.HasIndex(s => new { s.DocumentId, s.Anchor }).IsUnique();
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> version)
    {
        version.Property(v => v.Note).HasMaxLength(DocumentVersion.NoteMaxLength);
        version.Ignore(v => v.PageTags).Ignore(v => v.InOrder);
        version.HasOne(v => v.Document).WithMany(d => d.Versions).HasForeignKey(v => v.DocumentId);
        version.HasOne<People.Person>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.SetNull);
        version.HasIndex(v => new { v.DocumentId, v.Number }).IsUnique();
    }
}

internal sealed class VersionSectionConfiguration : IEntityTypeConfiguration<VersionSection>
{
    public void Configure(EntityTypeBuilder<VersionSection> section)
    {
        section.Property(s => s.Anchor).HasMaxLength(80);
        section.Property(s => s.Heading).HasMaxLength(160);
        section.Ignore(s => s.PageTags);
        section.HasOne(s => s.Version).WithMany(v => v.Sections).HasForeignKey(s => s.VersionId);
        section.HasIndex(s => new { s.VersionId, s.Anchor }).IsUnique();
    }
}

internal sealed class ConsultationChangeConfiguration : IEntityTypeConfiguration<ConsultationChange>
{
    public void Configure(EntityTypeBuilder<ConsultationChange> change)
    {
        change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Reason).HasMaxLength(1000);
        change.Ignore(c => c.PageTags);
        change.HasOne(c => c.Consultation).WithMany(c => c.Changes).HasForeignKey(c => c.ConsultationId);
    }
}

internal sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> slug)
    {
        slug.HasKey(s => new { s.Kind, s.Slug });
        slug.Property(s => s.Kind).HasMaxLength(20);
        slug.Property(s => s.Slug).HasMaxLength(80);
    }
}
