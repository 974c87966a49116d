using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Themes;

/// <summary>An area's list of themes as it was brought in on a day: kept whole, numbered, and never changed.</summary>
public sealed class ThemeListVersion : IShownOnPages
{
    public const int SourceMaxLength = 200;

    private ThemeListVersion() { } // EF Core

    public ThemeListVersion(Area area, int number, string source, string csv, Guid byId, DateTimeOffset at) =>
        (Area, AreaId, Number, Source, Csv, ById, At) = (area, area.Id, number, source, csv, byId, at);

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public int Number { get; private set; }

    /// <summary>Where the list is from, in the words of whoever brought it in.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The list as a file, as it was after this version.</summary>
    public string Csv { get; private set; } = "";
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];
}

internal sealed class ThemeListVersionConfiguration : IEntityTypeConfiguration<ThemeListVersion>
{
    public void Configure(EntityTypeBuilder<ThemeListVersion> version)
    {
        version.Property(v => v.Source).HasMaxLength(ThemeListVersion.SourceMaxLength);
        version.Ignore(v => v.PageTags);
        version.HasOne(v => v.Area).WithMany().HasForeignKey(v => v.AreaId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.AreaId, v.Number }).IsUnique();
    }
}
