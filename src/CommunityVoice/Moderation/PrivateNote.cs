using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Moderation;

/// <summary>What somebody told the voice body in private instead of in the discussion. It is never public and counts nowhere.</summary>
public sealed class PrivateNote : INeverOnCachedPages
{
    public const int BodyMaxLength = 10_000;
    public const int AnswerMaxLength = 4000;

    /// <summary>How long it is kept once it was answered.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    private PrivateNote() { } // EF Core

    public PrivateNote(Consultation consultation, Guid authorId, string body, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(body.Length, BodyMaxLength, nameof(body));
        (Consultation, ConsultationId, AuthorId, Body, SentAt) = (consultation, consultation.Id, authorId, body, now);
    }

    public long Id { get; private set; }

    /// <summary>Where they were when they told it; its area says who may read it.</summary>
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;

    [Personal(DataClass.Contribution)]
    public Guid AuthorId { get; private set; }
    public Person Author { get; private set; } = null!;

    [Personal(DataClass.Contribution)]
    public string Body { get; private set; } = "";
    public DateTimeOffset SentAt { get; private set; }

    [Personal(DataClass.Contribution)]
    public string? Answer { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public void Reply(string answer, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(answer);
        if (AnsweredAt is not null) throw new InvalidOperationException("It was answered already.");
        if (by == AuthorId) throw new InvalidOperationException("Nobody answers a note of their own.");
        (Answer, AnsweredById, AnsweredAt) = (answer, by, now);
    }
}

internal sealed class PrivateNoteConfiguration : IEntityTypeConfiguration<PrivateNote>
{
    public void Configure(EntityTypeBuilder<PrivateNote> note)
    {
        note.Property(n => n.Body).HasMaxLength(PrivateNote.BodyMaxLength);
        note.Property(n => n.Answer).HasMaxLength(PrivateNote.AnswerMaxLength);
        note.HasOne(n => n.Consultation).WithMany().HasForeignKey(n => n.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne(n => n.Author).WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Cascade); // told in confidence: it goes with whoever told it
        note.HasOne<Person>().WithMany().HasForeignKey(n => n.AnsweredById).OnDelete(DeleteBehavior.SetNull); // who answered is forgotten with their account
        note.Property(n => n.AnsweredAt).IsConcurrencyToken(); // two answers at once: the second is told, and loses nothing of the first
        note.HasIndex(n => new { n.AnsweredAt, n.Id });
        note.HasIndex(n => new { n.AuthorId, n.SentAt });
    }
}
