using CommunityVoice.Determinants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Themes;

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.Property(t => t.Name).HasMaxLength(Theme.NameMaxLength);
        theme.Property(t => t.Slug).HasMaxLength(100);
        theme.Property(t => t.About).HasMaxLength(Theme.AboutMaxLength);
        theme.Property(t => t.Determinants).HasMaxLength(DeterminantList.MarksMaxLength).HasDefaultValue("");
        theme.Property(t => t.MapsTo).HasMaxLength(ThemeMaps.MaxLength).HasDefaultValue("");
        theme.Ignore(t => t.PageTags);
        theme.HasOne(t => t.Area).WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
        theme.HasOne(t => t.Parent).WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.SetNull);
        theme.HasOne(t => t.ReplacedBy).WithMany().HasForeignKey(t => t.ReplacedById).OnDelete(DeleteBehavior.SetNull);
        theme.HasIndex(t => new { t.AreaId, t.Slug }).IsUnique();
    }
}

internal sealed class CodingConfiguration : IEntityTypeConfiguration<Coding>
{
    public void Configure(EntityTypeBuilder<Coding> coding)
    {
        coding.HasKey(c => new { c.CommentId, c.ThemeId });
        coding.Property(c => c.Stance).HasConversion<string>().HasMaxLength(20).HasDefaultValue(Stance.Neither);
        coding.Ignore(c => c.PageTags);
        coding.HasOne(c => c.Theme).WithMany().HasForeignKey(c => c.ThemeId);
        coding.HasOne(c => c.Comment).WithMany().HasForeignKey(c => c.CommentId);
        coding.HasIndex(c => new { c.ConsultationId, c.ThemeId });
        coding.HasIndex(c => c.ThemeId);
    }
}
