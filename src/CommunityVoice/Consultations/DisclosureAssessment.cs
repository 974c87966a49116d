using CommunityVoice.Analysis;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Consultations;

/// <summary>What is published of a consultation that could tell something of single people.</summary>
public enum Dataset
{
    /// <summary>Results of its votes by voice, by area, by way of taking part, and reweighted to who lives there.</summary>
    Breakdowns,

    /// <summary>Who was heard, by voice and by how they told us.</summary>
    Heard,

    /// <summary>All that was said, as files for anybody to take.</summary>
    Comments,
}

/// <summary>How much an answer weighs.</summary>
public enum DisclosureRisk
{
    Low,
    Some,
    High,
}

/// <summary>The answers to the questions that are asked before a dataset is published.</summary>
/// <param name="Population">How many people could be among those it is about: where few live, few answers point to somebody.</param>
/// <param name="Sensitivity">How much it would matter to somebody if others learned what they said.</param>
/// <param name="Linkability">How easily others could put a name to a number, with what they know or find elsewhere.</param>
/// <param name="Reasons">Why, and what was done about it.</param>
public sealed record DisclosureAnswers(long Population, DisclosureRisk Sensitivity, DisclosureRisk Linkability, string Reasons);

/// <summary>
/// Somebody's assessment of what a dataset could tell of single people, with the decision whether it may be published (rule R-C14). Each is kept;
/// the newest holds.
/// </summary>
public sealed class DisclosureAssessment : IShownOnPages
{
    public const int ReasonsMaxLength = 1000;

    private DisclosureAssessment() { } // EF Core

    public DisclosureAssessment(long consultationId, Dataset dataset, DisclosureAnswers answers, bool mayBePublished, Guid by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(answers.Population, nameof(answers));
        ArgumentException.ThrowIfNullOrWhiteSpace(answers.Reasons, nameof(answers));
        (ConsultationId, Dataset, MayBePublished, ById, At) = (consultationId, dataset, mayBePublished, by, now);
        (Population, Sensitivity, Linkability, Reasons) = (answers.Population, answers.Sensitivity, answers.Linkability, answers.Reasons);
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Dataset Dataset { get; private set; }
    public long Population { get; private set; }
    public DisclosureRisk Sensitivity { get; private set; }
    public DisclosureRisk Linkability { get; private set; }
    public string Reasons { get; private set; } = "";
    public bool MayBePublished { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];
}

/// <summary>What the newest assessment of a dataset says: whether it may be shown, and through which profile its numbers go.</summary>
/// <param name="Assessment">Its number; 0 where nobody has assessed the dataset.</param>
/// <param name="MayBePublished">Whether it may be shown to everybody.</param>
/// <param name="Profile">The stricter the more it would matter to somebody (rules R-C3, R-C4); of the strictest, groups that answer alike are hidden too (R-C9).</param>
public sealed record DisclosureTerms(long Assessment, bool MayBePublished, DisclosureProfile Profile)
{
    public static DisclosureTerms None { get; } = new(0, false, DisclosureProfile.SubNational);

    public static DisclosureTerms Of(DisclosureAssessment? newest) => newest is null ? None : new(newest.Id, newest.MayBePublished, newest.Sensitivity switch
    {
        DisclosureRisk.Low => DisclosureProfile.SubNational,
        DisclosureRisk.Some => DisclosureProfile.TenFive,
        _ => DisclosureProfile.Strict,
    });

    /// <summary>Whether what went through a profile of this name may be shown: through this one or a stricter.</summary>
    public bool Allow(string profile) => MayBePublished && StrictnessOf(ProfileOf(profile)) >= StrictnessOf(Profile);

    internal static int StrictnessOf(DisclosureProfile profile) => DisclosureProfile.All.Index().First(p => p.Item == profile).Index;

    internal static DisclosureProfile ProfileOf(string name) => DisclosureProfile.All.First(p => p.Name == name);
}

/// <summary>Asks the newest assessment.</summary>
public static class DisclosureQueries
{
    /// <summary>What is published of it that could tell of single people; a listening space holds no votes.</summary>
    public static IReadOnlyList<Dataset> Datasets(this Consultation consultation) =>
        [.. Enum.GetValues<Dataset>().Where(d => d != Dataset.Breakdowns || !consultation.IsListeningSpace)];

    extension(IQueryable<DisclosureAssessment> assessments)
    {
        /// <summary>Those of one dataset, the newest first.</summary>
        public IQueryable<DisclosureAssessment> Of(long consultationId, Dataset dataset) =>
            assessments.Where(a => a.ConsultationId == consultationId && a.Dataset == dataset).OrderByDescending(a => a.Id);

        /// <summary>Whether the dataset was assessed and may be published.</summary>
        public Task<bool> AllowAsync(long consultationId, Dataset dataset, CancellationToken ct) =>
            assessments.Of(consultationId, dataset).Select(a => a.MayBePublished).FirstOrDefaultAsync(ct);

        /// <summary>The newest assessment of each dataset that was assessed.</summary>
        public async Task<Dictionary<Dataset, DisclosureAssessment>> NewestAsync(long consultationId, CancellationToken ct) =>
            (await assessments.Where(a => a.ConsultationId == consultationId).OrderBy(a => a.Id).ToListAsync(ct)).GroupBy(a => a.Dataset).ToDictionary(g => g.Key, g => g.Last());

        /// <summary>What the newest assessment of the dataset says.</summary>
        public async Task<DisclosureTerms> TermsAsync(long consultationId, Dataset dataset, CancellationToken ct) =>
            DisclosureTerms.Of(await assessments.AsNoTracking().Of(consultationId, dataset).FirstOrDefaultAsync(ct));

        /// <summary>The same by consultation, of those that were assessed.</summary>
        public async Task<Dictionary<long, DisclosureTerms>> TermsAsync(Dataset dataset, CancellationToken ct) =>
            (await assessments.AsNoTracking().Where(a => a.Dataset == dataset).OrderBy(a => a.Id).ToListAsync(ct)).GroupBy(a => a.ConsultationId).ToDictionary(g => g.Key, g => DisclosureTerms.Of(g.Last()));
    }
}

internal sealed class DisclosureAssessmentConfiguration : IEntityTypeConfiguration<DisclosureAssessment>
{
    public void Configure(EntityTypeBuilder<DisclosureAssessment> assessment)
    {
        assessment.Property(a => a.Dataset).HasConversion<string>().HasMaxLength(30);
        assessment.Property(a => a.Sensitivity).HasConversion<string>().HasMaxLength(10);
        assessment.Property(a => a.Linkability).HasConversion<string>().HasMaxLength(10);
        assessment.Property(a => a.Reasons).HasMaxLength(DisclosureAssessment.ReasonsMaxLength);
        assessment.Ignore(a => a.PageTags);
        assessment.HasOne<Consultation>().WithMany().HasForeignKey(a => a.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        assessment.HasOne<Person>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.SetNull);
        assessment.HasIndex(a => new { a.ConsultationId, a.Dataset });
    }
}
