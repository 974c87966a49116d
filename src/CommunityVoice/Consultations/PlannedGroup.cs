using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Consultations;

/// <summary>Why a group stands in a reach plan: what whoever plans is asked to think of (rule R-A18).</summary>
public enum WhyPlanned
{
    Affected,
    InclusionHealth,
    SeldomHeard,
    MissedByAssessments,
    LifeTransition,
}

/// <summary>What a reach plan says of one group.</summary>
public sealed record PlannedFacts(string Name, Voice? Voice, WhyPlanned Why, string How, int? Aim);

/// <summary>A group that a consultation means to hear from: who they are, how they are reached and, where it was said, how many are aimed at.</summary>
public sealed class PlannedGroup : IShownOnPages
{
    public const int NameMaxLength = 120;
    public const int HowMaxLength = 500;
    public const int MostAimedAt = 1_000_000;

    private PlannedGroup() { } // EF Core

    public PlannedGroup(Consultation consultation, PlannedFacts facts, DateTimeOffset now)
    {
        (Consultation, ConsultationId, AddedAt) = (consultation, consultation.Id, now);
        Set(facts);
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public string Name { get; private set; } = "";

    /// <summary>The voice by which the site counts them; none where it does not know who belongs to the group.</summary>
    public Voice? Voice { get; private set; }
    public WhyPlanned Why { get; private set; }
    public string How { get; private set; } = "";
    public int? Aim { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId)];

    /// <summary>It came into the plan only after people could read it.</summary>
    public bool CameLater => Consultation.PublishedAt < AddedAt;

    /// <summary>Once people were asked, only the way to a group changes: who was to be heard, and how many, is what the outcome is held against.</summary>
    public bool IsFixed => Consultation.PublishedAt is not null;

    public void Rewrite(PlannedFacts facts)
    {
        if (IsFixed && facts with { How = How } != Facts) throw new InvalidOperationException($"The plan of {Consultation.Slug} is public: only how a group is reached can change.");
        Set(facts);
    }

    public PlannedFacts Facts => new(Name, Voice, Why, How, Aim);

    private void Set(PlannedFacts facts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.Name, nameof(facts));
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.How, nameof(facts));
        (Name, Voice, Why, How, Aim) = (facts.Name.Trim(), facts.Voice, facts.Why, facts.How.Trim(), facts.Aim);
    }
}

/// <summary>The words for why a group is planned for, and what to think of.</summary>
public static class WhyPlannedWords
{
    public static string Word(this WhyPlanned why) => why switch
    {
        WhyPlanned.Affected => "Known to be affected",
        WhyPlanned.InclusionHealth => "Inclusion health",
        WhyPlanned.SeldomHeard => "Seldom heard",
        WhyPlanned.MissedByAssessments => "Missed by needs assessments",
        _ => "At a turning point in life",
    };

    /// <summary>Whom to think of.</summary>
    public static string Prompt(this WhyPlanned why) => why switch
    {
        WhyPlanned.Affected => "Who will notice the decision most: those who use the service, those who look after them, those who work in it.",
        WhyPlanned.InclusionHealth => "Those whom care fails most: people without a home, Gypsy, Roma and Traveller families, people seeking asylum, sex workers, people who left prison, people who depend on drugs or alcohol.",
        WhyPlanned.SeldomHeard => "Those who are rarely asked: people who need an interpreter, who do not use the internet, who work nights, who are ill at home, young people.",
        WhyPlanned.MissedByAssessments => "Those whom counts of need leave out: people with no practice, in temporary housing or care homes, new to the area, or too few to show in a table.",
        _ => "Those whose life has just changed: a first child, leaving school or care, becoming a carer, losing work, retiring, leaving hospital, losing somebody.",
    };
}

internal sealed class PlannedGroupConfiguration : IEntityTypeConfiguration<PlannedGroup>
{
    public void Configure(EntityTypeBuilder<PlannedGroup> group)
    {
        group.Property(g => g.Name).HasMaxLength(PlannedGroup.NameMaxLength);
        group.Property(g => g.Voice).HasConversion<string>().HasMaxLength(20);
        group.Property(g => g.Why).HasConversion<string>().HasMaxLength(20);
        group.Property(g => g.How).HasMaxLength(PlannedGroup.HowMaxLength);
        group.Ignore(g => g.PageTags).Ignore(g => g.CameLater).Ignore(g => g.IsFixed).Ignore(g => g.Facts);
        group.HasOne(g => g.Consultation).WithMany().HasForeignKey(g => g.ConsultationId);
        group.HasIndex(g => new { g.ConsultationId, g.Name }).IsUnique();
        // Two groups of one voice would each be shown the other's people.
        group.HasIndex(g => new { g.ConsultationId, g.Voice }).IsUnique();
    }
}
