using CommunityVoice.Analysis.Text;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Themes;

/// <summary>
/// A sample of comments that two people code, each without seeing what the other chose. When both are done, their agreement
/// shows how far the themes mean the same to two readers.
/// </summary>
public sealed class DoubleCoding : INeverOnCachedPages
{
    public const int SmallestSample = 10;
    public const int LargestSample = 200;

    private DoubleCoding() { } // EF Core

    public DoubleCoding(Consultation consultation, IEnumerable<Comment> sample, Guid startedById, DateTimeOffset now)
    {
        (Consultation, ConsultationId, StartedById, StartedAt) = (consultation, consultation.Id, startedById, now);
        foreach (var comment in sample) Comments.Add(new DoubleCodedComment(this, comment, Comments.Count + 1));
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public Guid StartedById { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public Guid? FirstCoderId { get; private set; }
    public Guid? SecondCoderId { get; private set; }

    /// <summary>When what both chose was given to the comments.</summary>
    public DateTimeOffset? GivenAt { get; private set; }
    public List<DoubleCodedComment> Comments { get; } = [];

    public bool IsComplete => Comments.TrueForAll(c => c.First is not null && c.Second is not null);

    public IEnumerable<DoubleCodedComment> InOrder() => Comments.OrderBy(c => c.Place);

    public bool IsFull => FirstCoderId is not null && SecondCoderId is not null;

    public bool IsCoder(Guid person) => person == FirstCoderId || person == SecondCoderId;

    /// <summary>Takes one of the two seats, or keeps it; answers false when two others have them.</summary>
    public bool Seat(Guid person)
    {
        if (IsCoder(person)) return true;
        if (FirstCoderId is null) FirstCoderId = person;
        else if (SecondCoderId is null) SecondCoderId = person;
        else return false;
        return true;
    }

    /// <summary>What this coder has yet to read, in order.</summary>
    public IEnumerable<DoubleCodedComment> LeftFor(Guid coder) => InOrder().Where(c => c.Of(coder) is null);

    public void MarkGiven(DateTimeOffset now) => GivenAt ??= now;

    /// <summary>Agreement for each theme that either chose at least once.</summary>
    public IReadOnlyDictionary<long, CoderAgreement> Agreement()
    {
        if (!IsComplete) throw new InvalidOperationException("Nothing is told before both are done.");
        return Comments.SelectMany(c => c.First!.Concat(c.Second!)).Distinct().Order()
            .ToDictionary(theme => theme, theme => CoderAgreement.Of(Comments.Select(c => (c.First!.Contains(theme), c.Second!.Contains(theme)))));
    }
}

/// <summary>A comment of such a sample, and what each of the two chose; none where they have yet to read it.</summary>
public sealed class DoubleCodedComment : INeverOnCachedPages
{
    private DoubleCodedComment() { } // EF Core

    internal DoubleCodedComment(DoubleCoding coding, Comment comment, int place) => (DoubleCoding, Comment, CommentId, Place) = (coding, comment, comment.Id, place);

    public long Id { get; private set; }
    public long DoubleCodingId { get; private set; }
    public DoubleCoding DoubleCoding { get; private set; } = null!;
    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public int Place { get; private set; }
    public List<long>? First { get; private set; }
    public List<long>? Second { get; private set; }

    /// <summary>What was decided where the two disagree.</summary>
    public List<Ruling> Rulings { get; } = [];

    public List<long>? Of(Guid coder) => coder == DoubleCoding.FirstCoderId ? First : coder == DoubleCoding.SecondCoderId ? Second : null;

    public void Choose(Guid coder, IEnumerable<long> themes)
    {
        List<long> chosen = [.. themes.Distinct().Order()];
        if (coder == DoubleCoding.FirstCoderId) First = chosen;
        else if (coder == DoubleCoding.SecondCoderId) Second = chosen;
        else throw new InvalidOperationException("Only the two coders choose.");
    }

    /// <summary>Themes that one chose and the other did not.</summary>
    public IEnumerable<long> Disputed => First is null || Second is null ? [] : First.Except(Second).Concat(Second.Except(First)).Order();

    public IEnumerable<long> Agreed => First is null || Second is null ? [] : First.Intersect(Second).Order();
}

/// <summary>What was decided about a theme that only one of the two chose.</summary>
public sealed class Ruling : INeverOnCachedPages
{
    private Ruling() { } // EF Core

    public Ruling(DoubleCodedComment of, long themeId, bool gives, Guid byId, DateTimeOffset at) =>
        (DoubleCodedCommentId, ThemeId, Gives, ById, At) = (of.Id, themeId, gives, byId, at);

    public long DoubleCodedCommentId { get; private set; }
    public long ThemeId { get; private set; }
    public Theme Theme { get; private set; } = null!;
    public bool Gives { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class DoubleCodingConfiguration : IEntityTypeConfiguration<DoubleCoding>
{
    public void Configure(EntityTypeBuilder<DoubleCoding> coding)
    {
        coding.HasOne(c => c.Consultation).WithMany().HasForeignKey(c => c.ConsultationId);
        coding.HasMany(c => c.Comments).WithOne(c => c.DoubleCoding).HasForeignKey(c => c.DoubleCodingId);
        coding.Property(c => c.FirstCoderId).IsConcurrencyToken(); // two who sit down at once: one takes the other seat
        coding.Property(c => c.SecondCoderId).IsConcurrencyToken();
    }
}

internal sealed class DoubleCodedCommentConfiguration : IEntityTypeConfiguration<DoubleCodedComment>
{
    public void Configure(EntityTypeBuilder<DoubleCodedComment> comment)
    {
        comment.HasOne(c => c.Comment).WithMany().HasForeignKey(c => c.CommentId);
        comment.HasMany(c => c.Rulings).WithOne().HasForeignKey(r => r.DoubleCodedCommentId);
        comment.HasIndex(c => new { c.DoubleCodingId, c.Place }).IsUnique();
    }
}

internal sealed class RulingConfiguration : IEntityTypeConfiguration<Ruling>
{
    public void Configure(EntityTypeBuilder<Ruling> ruling)
    {
        ruling.HasKey(r => new { r.DoubleCodedCommentId, r.ThemeId });
        ruling.HasOne(r => r.Theme).WithMany().HasForeignKey(r => r.ThemeId);
    }
}
