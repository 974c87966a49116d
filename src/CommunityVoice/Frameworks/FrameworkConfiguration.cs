using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Frameworks;

internal sealed class FrameworkConfiguration : IEntityTypeConfiguration<Framework>
{
    public void Configure(EntityTypeBuilder<Framework> framework)
    {
        framework.Property(f => f.Slug).HasMaxLength(80);
        framework.Property(f => f.Name).HasMaxLength(160);
        framework.Property(f => f.Version).HasMaxLength(40);
        framework.Property(f => f.Source).HasMaxLength(300);
        framework.HasIndex(f => f.Slug).IsUnique();
        framework.HasMany(f => f.Items).WithOne(i => i.Framework).HasForeignKey(i => i.FrameworkId);
    }
}

internal sealed class FrameworkItemConfiguration : IEntityTypeConfiguration<FrameworkItem>
{
    public void Configure(EntityTypeBuilder<FrameworkItem> item)
    {
        item.Property(i => i.Kind).HasConversion<string>().HasMaxLength(20);
        item.Property(i => i.Code).HasMaxLength(40);
        item.Property(i => i.Title).HasMaxLength(200);
        item.HasIndex(i => new { i.FrameworkId, i.Code }).IsUnique();
    }
}

internal sealed class FrameworkItemLinkConfiguration : IEntityTypeConfiguration<FrameworkItemLink>
{
    public void Configure(EntityTypeBuilder<FrameworkItemLink> link)
    {
        link.HasOne(l => l.From).WithMany().HasForeignKey(l => l.FromId);
        link.HasOne(l => l.To).WithMany().HasForeignKey(l => l.ToId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => new { l.FromId, l.ToId }).IsUnique();
    }
}
