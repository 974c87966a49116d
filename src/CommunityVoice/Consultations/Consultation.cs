using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;

namespace CommunityVoice.Consultations;

/// <summary>Where a consultation stands; always worked out from dates and records, never stored.</summary>
public enum Stage
{
    Draft,
    Scheduled,
    Open,
    Closed,
    Decided,
}

/// <summary>A question put to people. It closes on a date it names; a listening space never closes.</summary>
public sealed class Consultation : IShownOnPages
{
    public const int TitleMaxLength = 120;
    public const int SlugMaxLength = 80;
    public const int QuestionMaxLength = 200;
    public const int LegalHookMaxLength = 40;

    private Consultation() { } // EF Core

    public Consultation(string title, string slug, string question, Area area, Body askedBy, Review? review = null, bool isListeningSpace = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        (Title, Slug, Question, Area, AskedBy, Review, IsListeningSpace) = (title, slug, question, area, askedBy, review, isListeningSpace);
    }

    public long Id { get; private set; }
    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";

    /// <summary>The question in one line, under the title.</summary>
    public string Question { get; private set; } = "";

    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public long AskedById { get; private set; }
    public Body AskedBy { get; private set; } = null!;
    public long? ReviewId { get; private set; }
    public Review? Review { get; private set; }

    /// <summary>An always-open place to talk; it has no closing date and decides nothing.</summary>
    public bool IsListeningSpace { get; private set; }

    public string DecisionMaker { get; private set; } = "";

    /// <summary>Stands for who decides in a conversation that was held on another site: no decision is waited for.</summary>
    public const string NobodyHere = "Nobody here: this conversation was held elsewhere";
    public DateOnly? DecidesOn { get; private set; }
    public string Why { get; private set; } = "";
    public string CanChange { get; private set; } = "";
    public string CannotChange { get; private set; } = "";
    public string Options { get; private set; } = "";
    public string CostsAndImpacts { get; private set; } = "";
    public string PlannedAudience { get; private set; } = "";

    /// <summary>What was recorded in one text before the equality record had its parts; kept as it was, and no longer written.</summary>
    public string EqualityNote { get; private set; } = "";

    public string EndsDiscrimination { get; private set; } = "";
    public string AdvancesOpportunity { get; private set; } = "";
    public string FostersRelations { get; private set; } = "";
    public string Mitigations { get; private set; } = "";

    /// <summary>How each aim of the equality duty is met, and what is done about harm (rule R-A16). Who is affected stands in the reach plan.</summary>
    public EqualityRecord Equality => new(EndsDiscrimination, AdvancesOpportunity, FostersRelations, Mitigations);

    /// <summary>The code of the law it rests on, from <c>content/legal-hooks.yaml</c> (rule R-A10).</summary>
    public string? LegalHook { get; private set; }
    public Involvement? Involvement { get; private set; }

    public DateOnly? OpensOn { get; private set; }
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Why the period is short, or lies in August or over Christmas; shown to the public.</summary>
    public string? PeriodReason { get; private set; }
    public DateOnly? SummaryDueOn { get; private set; }

    /// <summary>The pre-election period it was opened in, in words; none where it was opened in none.</summary>
    public string? ElectionPeriod { get; private set; }

    /// <summary>Why it was opened in a pre-election period; shown to the public.</summary>
    public string? ElectionReason { get; private set; }

    public DateTimeOffset? OpensAt { get; private set; }
    public DateTimeOffset? ClosesAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Comments that can be seen now: kept in the transaction that changes them.</summary>
    public int Comments { get; private set; }

    /// <summary>Different people behind those comments, and behind answers that only count; not those who came to a meeting.</summary>
    public int People { get; private set; }

    public int Version { get; private set; }

    public List<Document> Documents { get; } = [];
    public List<ConsultationChange> Changes { get; } = [];
    public List<PublicEvent> Events { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Consultation(Id), PageTag.Lists, .. ReviewId is { } review ? [PageTag.Review(review)] : Array.Empty<string>()];

    /// <summary>Gives it another address; see <see cref="Addresses"/>, which leads on from the old one.</summary>
    internal void MoveTo(string slug)
    {
        Slug = slug;
        Version++;
    }

    /// <summary>Makes it part of a review, or of none.</summary>
    public void BelongTo(Review? review) => (Review, ReviewId) = (review, review?.Id);

    public bool IsOpenAt(DateTimeOffset now) =>
        PublishedAt is not null && OpensAt <= now && (ClosesAt is null || now < ClosesAt) && DecidedAt is null;

    /// <summary>Whether it listens to an area that is no more. One with a closing date runs until then, as was promised.</summary>
    public bool HasLostItsAreaOn(DateOnly day) => IsListeningSpace && Area.HasEndedOn(day);

    public Stage StageAt(DateTimeOffset now) =>
        PublishedAt is null ? Stage.Draft
        : DecidedAt is not null ? Stage.Decided
        : OpensAt > now ? Stage.Scheduled
        : ClosesAt <= now ? Stage.Closed
        : Stage.Open;

    public void Describe(ConsultationFacts facts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.Title, nameof(facts));
        (Title, Question, DecisionMaker, DecidesOn, Why) = (facts.Title.Trim(), facts.Question, facts.DecisionMaker, facts.DecidesOn, facts.Why);
        (CanChange, CannotChange, Options, CostsAndImpacts) = (facts.CanChange, facts.CannotChange, facts.Options, facts.CostsAndImpacts);
        (PlannedAudience, SummaryDueOn, LegalHook, Involvement) = (facts.PlannedAudience, facts.SummaryDueOn, facts.LegalHook, facts.Involvement);
        (EndsDiscrimination, AdvancesOpportunity, FostersRelations, Mitigations) = facts.Equality;
        if (PublishedAt is null) Schedule(facts.OpensOn, facts.ClosesOn, facts.PeriodReason);
        Version++;
    }

    /// <summary>Opens at the start of one day and closes at the end of another, UK time.</summary>
    public void Schedule(DateOnly? opensOn, DateOnly? closesOn, string? periodReason)
    {
        if (PublishedAt is not null) throw new InvalidOperationException($"{Slug} is published: extend or close it instead.");
        (OpensOn, ClosesOn, PeriodReason) = (opensOn, IsListeningSpace ? null : closesOn, periodReason);
        OpensAt = OpensOn is { } opens ? UkTime.StartOf(opens) : null;
        ClosesAt = ClosesOn is { } closes ? UkTime.EndOf(closes) : null;
    }

    /// <summary>Makes it public. Ask <see cref="PublishingChecks"/> first; what they find refuses here.</summary>
    /// <param name="now">The moment it becomes public.</param>
    /// <param name="note">Why it opens in a pre-election period; none where it opens in none.</param>
    public void Publish(DateTimeOffset now, ElectionNote? note = null)
    {
        if (PublishingChecks.Of(this) is [var first, ..]) throw new InvalidOperationException($"{Slug} lacks {first.Field}.");
        PublishedAt ??= now;
        (ElectionPeriod, ElectionReason) = (note?.Period, note?.Reason);
        Version++;
    }

    public void Extend(DateOnly closesOn, string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (ClosesOn is not { } old || closesOn <= old) throw new InvalidOperationException($"{Slug} can only be extended to a later day.");
        Changes.Add(new ConsultationChange(this, ConsultationChangeKind.Extended, old, closesOn, reason, by, now));
        (ClosesOn, ClosesAt) = (closesOn, UkTime.EndOf(closesOn));
        Version++;
    }

    public void Close(string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!IsOpenAt(now)) throw new InvalidOperationException($"{Slug} is not open at {now:u}.");
        Changes.Add(new ConsultationChange(this, ConsultationChangeKind.Closed, ClosesOn, UkTime.Day(now), reason, by, now));
        (ClosesOn, ClosesAt) = (UkTime.Day(now), now);
        Version++;
    }

    /// <summary>Says what the body that is to decide is called now. What is decided keeps the name it had.</summary>
    internal void NameDecider(string name)
    {
        if (DecidedAt is not null) throw new InvalidOperationException($"{Slug} is decided.");
        DecisionMaker = name;
        Version++;
    }

    /// <summary>Says that it is decided: from then on nothing more can be said or chosen. A corrected decision leaves the day as it was.</summary>
    public void Decide(DateTimeOffset now)
    {
        if (PublishedAt is null || IsListeningSpace) throw new InvalidOperationException($"Nobody decides on {Slug}.");
        DecidedAt ??= now;
        Version++;
    }
}

/// <summary>What staff write about a consultation, as one form holds it.</summary>
public sealed record ConsultationFacts(
    string Title, string Question, string DecisionMaker, DateOnly? DecidesOn, string Why, string CanChange, string CannotChange,
    string Options, string CostsAndImpacts, string PlannedAudience, EqualityRecord Equality,
    DateOnly? OpensOn, DateOnly? ClosesOn, string? PeriodReason, DateOnly? SummaryDueOn, string? LegalHook = null, Involvement? Involvement = null);
