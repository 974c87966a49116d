using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Summaries;

/// <summary>A body that is asked to write a summary together with the one whose it is, in all its versions (rule R-I31). Once it agreed, its people write too, until it leaves.</summary>
public sealed class SummaryAuthor : CoAuthor
{
    private SummaryAuthor() { } // EF Core

    internal SummaryAuthor(Summary summary, Body body, DateTimeOffset now)
        : base(body, now) => (Summary, SummaryId) = (summary, summary.Id);

    public long SummaryId { get; private set; }
    public Summary Summary { get; private set; } = null!;

    public override IEnumerable<string> PageTags => [PageTag.Summary(SummaryId)];

    internal override (string Kind, long Id) Written => (nameof(Summary), SummaryId);
}

internal sealed class SummaryAuthorConfiguration : IEntityTypeConfiguration<SummaryAuthor>
{
    public void Configure(EntityTypeBuilder<SummaryAuthor> author)
    {
        author.IsCoAuthor();
        author.HasOne(a => a.Summary).WithMany(s => s.Authors).HasForeignKey(a => a.SummaryId);
        // Whoever left may be asked again, in a row of its own.
        author.HasIndex(a => new { a.SummaryId, a.BodyId }).IsUnique().HasFilter("\"LeftAt\" IS NULL");
    }
}
