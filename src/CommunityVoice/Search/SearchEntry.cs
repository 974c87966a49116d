using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Search;

/// <summary>What can be found, and where it leads. Both databases index its title and text in their own way.</summary>
public sealed class SearchEntry : INeverOnCachedPages
{
    private SearchEntry() { } // EF Core

    public SearchEntry(string kind, long subjectId, string title, string text, string url, DateTimeOffset at) =>
        (Kind, SubjectId, Title, Text, Url, At) = (kind, subjectId, title, text, url, at);

    public long Id { get; private set; }

    /// <summary>"consultation", "comment", "idea", "summary", "recommendation", "strategy", "annual-report" or "page".</summary>
    public string Kind { get; private set; } = "";
    public long SubjectId { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Url { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public void Change(string title, string text, string url, DateTimeOffset at) => (Title, Text, Url, At) = (title, text, url, at);
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.Property(e => e.Kind).HasMaxLength(20);
        entry.Property(e => e.Title).HasMaxLength(200);
        entry.Property(e => e.Url).HasMaxLength(300);
        entry.HasIndex(e => new { e.Kind, e.SubjectId }).IsUnique();
    }
}
