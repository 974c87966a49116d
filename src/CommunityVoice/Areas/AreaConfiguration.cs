using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Areas;

internal sealed class AreaConfiguration : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.Property(a => a.Name).HasMaxLength(Area.NameMaxLength);
        area.Property(a => a.Slug).HasMaxLength(Area.SlugMaxLength);
        area.Property(a => a.Code).HasMaxLength(20);
        area.Property(a => a.Level).HasConversion<string>().HasMaxLength(20);
        area.Property(a => a.EndsBecause).HasMaxLength(Area.BecauseMaxLength);
        area.HasIndex(a => a.Slug).IsUnique();
        area.HasIndex(a => a.Code).IsUnique();
    }
}

internal sealed class FormerAreaNameConfiguration : IEntityTypeConfiguration<FormerAreaName>
{
    public void Configure(EntityTypeBuilder<FormerAreaName> former)
    {
        former.Property(f => f.Name).HasMaxLength(Area.NameMaxLength);
        former.HasOne(f => f.Area).WithMany(a => a.FormerNames).HasForeignKey(f => f.AreaId);
    }
}

internal sealed class AreaLinkConfiguration : IEntityTypeConfiguration<AreaLink>
{
    public void Configure(EntityTypeBuilder<AreaLink> link)
    {
        link.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
        link.HasOne(l => l.From).WithMany().HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne(l => l.To).WithMany().HasForeignKey(l => l.ToId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => new { l.FromId, l.Kind, l.ToId }).IsUnique();
    }
}

internal sealed class PostcodeConfiguration : IEntityTypeConfiguration<Postcode>
{
    public void Configure(EntityTypeBuilder<Postcode> postcode)
    {
        postcode.HasKey(p => p.Code);
        postcode.Property(p => p.Code).HasMaxLength(8);
        postcode.Property(p => p.MiddleLayer).HasMaxLength(20);
        postcode.Property(p => p.LowerLayer).HasMaxLength(20);
        postcode.HasOne(p => p.Ward).WithMany().HasForeignKey(p => p.WardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AreaPopulationConfiguration : IEntityTypeConfiguration<AreaPopulation>
{
    public void Configure(EntityTypeBuilder<AreaPopulation> population)
    {
        population.Property(p => p.Period).HasMaxLength(20);
        population.Property(p => p.Group).HasMaxLength(40);
        population.HasOne(p => p.Area).WithMany().HasForeignKey(p => p.AreaId);
        population.HasIndex(p => new { p.AreaId, p.Period, p.Group }).IsUnique();
    }
}
