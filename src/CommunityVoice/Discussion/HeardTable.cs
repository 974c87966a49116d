using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Discussion;

/// <summary>
/// In which voices and in which ways people spoke in a consultation, as it was last published: kept so that it changes only where the difference tells
/// nothing of a few people (rule R-C8).
/// </summary>
public sealed class HeardTable : IShownOnPages
{
    private HeardTable() { } // EF Core

    internal HeardTable(long consultationId) => ConsultationId = consultationId;

    public long ConsultationId { get; private set; }

    /// <summary>When one of the tables was last published, and how many people there were in all.</summary>
    public DateTimeOffset PublishedAt { get; private set; }
    public int People { get; private set; }

    /// <summary>When it was last counted, from what, and under which assessment: while these stand, nothing is counted anew.</summary>
    public DateTimeOffset CountedAt { get; private set; }
    public string Stamp { get; private set; } = "";
    public long AssessmentId { get; private set; }

    /// <summary>What may be shown, as JSON.</summary>
    public string Tables { get; private set; } = "";

    /// <summary>The true counts behind it, for the guard against differencing; never shown.</summary>
    public string Kept { get; private set; } = "";

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];

    internal void Publish(string tables, string kept, int people, DateTimeOffset now) => (Tables, Kept, People, PublishedAt) = (tables, kept, people, now);

    internal void Counted(string stamp, long assessment, DateTimeOffset now) => (Stamp, AssessmentId, CountedAt) = (stamp, assessment, now);
}

internal sealed class HeardTableConfiguration : IEntityTypeConfiguration<HeardTable>
{
    public void Configure(EntityTypeBuilder<HeardTable> table)
    {
        table.HasKey(t => t.ConsultationId);
        table.Property(t => t.ConsultationId).ValueGeneratedNever();
        table.Property(t => t.Stamp).HasMaxLength(60);
        table.Ignore(t => t.PageTags);
        table.HasOne<Consultation>().WithOne().HasForeignKey<HeardTable>(t => t.ConsultationId).OnDelete(DeleteBehavior.Cascade);
    }
}
