using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Checklists;

/// <summary>The evidence for one item of a checklist: of a consultation, or of a body in a year (rules R-A15 and R-B16).</summary>
public sealed class ChecklistAnswer : IShownOnPages
{
    public const int CodeMaxLength = 40;
    public const int EvidenceMaxLength = 2000;
    public const int LinkMaxLength = 500;

    private ChecklistAnswer() { } // EF Core

    internal ChecklistAnswer(Checklist list, ChecklistOf of, string item)
    {
        if (!list.Items.Exists(i => i.Code == item)) throw new ArgumentException($"{list.Code} has no {item}.", nameof(item));
        (Checklist, Item, ConsultationId, BodyId, Year) = (list.Code, item, of.ConsultationId, of.BodyId, of.Year);
    }

    public long Id { get; private set; }

    /// <summary>The code of the checklist, as its file has it.</summary>
    public string Checklist { get; private set; } = "";
    public string Item { get; private set; } = "";
    public long? ConsultationId { get; private set; }
    public Consultation? Consultation { get; private set; }
    public long? BodyId { get; private set; }
    public Body? Body { get; private set; }

    /// <summary>The year that a body looks back on.</summary>
    public int? Year { get; private set; }
    public string Evidence { get; private set; } = "";

    /// <summary>Where the evidence can be read.</summary>
    public string? Link { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }

    public IEnumerable<string> PageTags => ConsultationId is { } consultation ? [PageTag.Consultation(consultation)] : [PageTag.Lists];

    internal void Say(string evidence, string? link, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(evidence);
        (Evidence, Link, ById, At) = (evidence, link, by, now);
    }
}

/// <summary>What answers are of: a consultation, or a body in a year.</summary>
public sealed record ChecklistOf(long? ConsultationId, long? BodyId, int? Year)
{
    public static ChecklistOf One(Consultation consultation) => new(consultation.Id, null, null);

    public static ChecklistOf One(Body body, int year) => new(null, body.Id, year);
}

// Who typed it is forgotten with their account: the database does it.
internal sealed class ChecklistAnswerConfiguration : IEntityTypeConfiguration<ChecklistAnswer>
{
    public void Configure(EntityTypeBuilder<ChecklistAnswer> answer)
    {
        answer.Property(a => a.Checklist).HasMaxLength(ChecklistAnswer.CodeMaxLength);
        answer.Property(a => a.Item).HasMaxLength(ChecklistAnswer.CodeMaxLength);
        answer.Property(a => a.Evidence).HasMaxLength(ChecklistAnswer.EvidenceMaxLength);
        answer.Property(a => a.Link).HasMaxLength(ChecklistAnswer.LinkMaxLength);
        answer.Ignore(a => a.PageTags);
        answer.HasOne(a => a.Consultation).WithMany().HasForeignKey(a => a.ConsultationId);
        answer.HasOne(a => a.Body).WithMany().HasForeignKey(a => a.BodyId);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.SetNull);
        answer.HasIndex(a => new { a.ConsultationId, a.Checklist, a.Item }).IsUnique();
        answer.HasIndex(a => new { a.BodyId, a.Year, a.Checklist, a.Item }).IsUnique();
        answer.ToTable(t => t.HasCheckConstraint("CK_ChecklistAnswers_Of",
            "(\"ConsultationId\" IS NOT NULL AND \"BodyId\" IS NULL AND \"Year\" IS NULL) OR (\"ConsultationId\" IS NULL AND \"BodyId\" IS NOT NULL AND \"Year\" IS NOT NULL)"));
    }
}
