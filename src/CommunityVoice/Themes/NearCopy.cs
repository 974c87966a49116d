using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Themes;

/// <summary>
/// A comment that others wrote in nearly the same words. All of them are counted and kept; together they are one viewpoint,
/// which goes by its earliest comment. Worked out from the texts, so it can always be worked out again.
/// </summary>
public sealed class NearCopy : IShownOnPages
{
    private NearCopy() { } // EF Core

    public NearCopy(long consultationId, long commentId, long firstId) => (ConsultationId, CommentId, FirstId) = (consultationId, commentId, firstId);

    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;

    /// <summary>The earliest comment in these words; the earliest names itself.</summary>
    public long FirstId { get; private set; }
    public long ConsultationId { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];
}

/// <summary>What the comments of a consultation were when they were last compared, so that nothing is compared twice.</summary>
public sealed class Comparison : INeverOnCachedPages
{
    private Comparison() { } // EF Core

    public Comparison(long consultationId) => ConsultationId = consultationId;

    public long ConsultationId { get; private set; }
    public int Comments { get; private set; }
    public long NewestId { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset At { get; private set; }

    public bool IsOf(int comments, long newestId, DateTimeOffset? editedAt) => (Comments, NewestId, EditedAt) == (comments, newestId, editedAt);

    public void Made(int comments, long newestId, DateTimeOffset? editedAt, DateTimeOffset at) => (Comments, NewestId, EditedAt, At) = (comments, newestId, editedAt, at);
}

internal sealed class NearCopyConfiguration : IEntityTypeConfiguration<NearCopy>
{
    public void Configure(EntityTypeBuilder<NearCopy> copy)
    {
        copy.HasKey(c => c.CommentId);
        copy.Property(c => c.CommentId).ValueGeneratedNever();
        copy.Ignore(c => c.PageTags);
        copy.HasOne(c => c.Comment).WithOne().HasForeignKey<NearCopy>(c => c.CommentId);
        copy.HasIndex(c => new { c.ConsultationId, c.FirstId });
        copy.HasIndex(c => c.FirstId);
    }
}

internal sealed class ComparisonConfiguration : IEntityTypeConfiguration<Comparison>
{
    public void Configure(EntityTypeBuilder<Comparison> comparison)
    {
        comparison.HasKey(c => c.ConsultationId);
        comparison.Property(c => c.ConsultationId).ValueGeneratedNever();
    }
}
