using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Discussion;

/// <summary>
/// What somebody who took part in a consultation told about themselves: no account, no comment, no paper and no time stands beside it. The key is a keyed
/// hash of person and consultation, so that one person answers once and can take it back; without the site's key nobody can tell whose it is, and
/// what one person told in two consultations cannot be put side by side.
/// </summary>
public sealed class EqualityAnswer : INeverOnCachedPages
{
    private EqualityAnswer() { } // EF Core

    public EqualityAnswer(long consultationId, string key, string question, string answer) =>
        (Id, ConsultationId, Key, Question, Answer) = (Guid.NewGuid(), consultationId, key, question, answer);

    /// <summary>Random (version 4), so that it tells neither who nor when.</summary>
    public Guid Id { get; private set; }
    public long ConsultationId { get; private set; }
    public string Key { get; private set; } = "";
    public string Question { get; private set; } = "";
    public string Answer { get; private set; } = "";

    internal void Change(string answer) => Answer = answer;
}

/// <summary>What those who took part told about themselves, question by question, as it was last published.</summary>
public sealed class EqualityTable : IShownOnPages
{
    private EqualityTable() { } // EF Core

    internal EqualityTable(long consultationId) => ConsultationId = consultationId;

    public long ConsultationId { get; private set; }

    /// <summary>From what it was last counted, and under which assessment: while these stand, nothing is counted anew.</summary>
    public string Stamp { get; private set; } = "";
    public DateTimeOffset CountedAt { get; private set; }

    /// <summary>What may be shown, as JSON.</summary>
    public string Tables { get; private set; } = "";

    /// <summary>The true counts behind it, for the guard against differencing; never shown.</summary>
    public string Kept { get; private set; } = "";

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];

    internal void Counted(string tables, string kept, string stamp, DateTimeOffset now) => (Tables, Kept, Stamp, CountedAt) = (tables, kept, stamp, now);
}

internal sealed class EqualityAnswerConfiguration : IEntityTypeConfiguration<EqualityAnswer>
{
    public void Configure(EntityTypeBuilder<EqualityAnswer> answer)
    {
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.Key).HasMaxLength(64);
        answer.Property(a => a.Question).HasMaxLength(EqualityQuestions.CodeMaxLength);
        answer.Property(a => a.Answer).HasMaxLength(EqualityQuestions.CodeMaxLength);
        answer.HasOne<Consultation>().WithMany().HasForeignKey(a => a.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        answer.HasIndex(a => new { a.ConsultationId, a.Key, a.Question }).IsUnique();
    }
}

internal sealed class EqualityTableConfiguration : IEntityTypeConfiguration<EqualityTable>
{
    public void Configure(EntityTypeBuilder<EqualityTable> table)
    {
        table.HasKey(t => t.ConsultationId);
        table.Property(t => t.ConsultationId).ValueGeneratedNever();
        table.Property(t => t.Stamp).HasMaxLength(100);
        table.Ignore(t => t.PageTags);
        table.HasOne<Consultation>().WithOne().HasForeignKey<EqualityTable>(t => t.ConsultationId).OnDelete(DeleteBehavior.Cascade);
    }
}
