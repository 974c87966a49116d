using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Themes;

/// <summary>
/// In which ways the comments about a theme reached us, as it was last published: kept so that it changes only where the difference tells nothing of a few
/// comments (rule R-C8).
/// </summary>
public sealed class ThemeTable
{
    private ThemeTable() { } // EF Core

    internal ThemeTable(long themeId) => ThemeId = themeId;

    public long ThemeId { get; private set; }

    /// <summary>When it was last published, and how many comments there were in all.</summary>
    public DateTimeOffset PublishedAt { get; private set; }
    public int Comments { get; private set; }

    /// <summary>When it was last counted, and from what: while that stands, nothing is counted anew.</summary>
    public DateTimeOffset CountedAt { get; private set; }
    public string Stamp { get; private set; } = "";

    /// <summary>What may be shown, as JSON.</summary>
    public string Tables { get; private set; } = "";

    /// <summary>The true counts behind it, for the guard against differencing; never shown.</summary>
    public string Kept { get; private set; } = "";

    internal void Publish(string tables, string kept, int comments, DateTimeOffset now) => (Tables, Kept, Comments, PublishedAt) = (tables, kept, comments, now);

    internal void Counted(string stamp, DateTimeOffset now) => (Stamp, CountedAt) = (stamp, now);
}

internal sealed class ThemeTableConfiguration : IEntityTypeConfiguration<ThemeTable>
{
    public void Configure(EntityTypeBuilder<ThemeTable> table)
    {
        table.HasKey(t => t.ThemeId);
        table.Property(t => t.ThemeId).ValueGeneratedNever();
        table.Property(t => t.Stamp).HasMaxLength(100);
        table.HasOne<Theme>().WithOne().HasForeignKey<ThemeTable>(t => t.ThemeId).OnDelete(DeleteBehavior.Cascade);
    }
}
