using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Summaries;

namespace CommunityVoice.Reviews;

/// <summary>How fit a framework item is found to be.</summary>
public enum Fitness
{
    Fit,
    Partly,
    NotFit,
    NotKnown,
}

/// <summary>What is found of one item: now, for the future, why, what this place needs of it, and where it can be looked up.</summary>
public sealed record JudgementText(Fitness Now, Fitness Future, string Reason, string LocalNeeds, string Source, IReadOnlyList<Finding> Findings)
{
    /// <summary>Who beside health services has a part in it.</summary>
    public PartnerTypes Partners { get; init; }

    /// <summary>A document that it rests on, with page and quotation.</summary>
    public CitedSource Cited { get; init; } = CitedSource.None;
}

/// <summary>
/// One dated judgement of how fit for purpose a framework item is in the area of a review, now and for the future.
/// It is never changed: what is found later stands before it, and both can be read.
/// </summary>
public sealed class ItemJudgement : IShownOnPages
{
    public const int TextMaxLength = 2000;

    private ItemJudgement() { } // EF Core

    internal ItemJudgement(Review review, FrameworkItem item, JudgementText text, Body by, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Reason, nameof(text));
        ArgumentException.ThrowIfNullOrWhiteSpace(text.LocalNeeds, nameof(text));
        (Review, ReviewId, Item, ItemId, By, ByBodyId, ById, At) = (review, review.Id, item, item.Id, by, by.Id, byId, now);
        (Now, Future, Reason, LocalNeeds, Source) = (text.Now, text.Future, text.Reason, text.LocalNeeds, text.Source);
        Partners = text.Partners;
        (CitedDocument, CitedPage, CitedQuote, CitedVersion, CitedVersionId) = (text.Cited.Document, text.Cited.Page, text.Cited.Quote, text.Cited.Version, text.Cited.Version is { Id: > 0 } kept ? kept.Id : null);
        Grounds.AddRange(text.Findings.Select(f => new JudgementGround(this, f)));
    }

    public long Id { get; private set; }
    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;
    public Fitness Now { get; private set; }
    public Fitness Future { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>What people here need of it, which may differ from other places.</summary>
    public string LocalNeeds { get; private set; } = "";

    /// <summary>Documents, pages and figures that it rests on beside findings.</summary>
    public string Source { get; private set; } = "";
    public List<JudgementGround> Grounds { get; } = [];

    /// <summary>Who beside health services has a part in it; nobody is named in what was said before that was asked.</summary>
    public PartnerTypes Partners { get; private set; }

    /// <summary>A document that it rests on: its title or address, where in it, and what it says there.</summary>
    public string CitedDocument { get; private set; } = "";
    public string CitedPage { get; private set; } = "";
    public string CitedQuote { get; private set; } = "";

    /// <summary>Where the document is on this site: the version that was quoted.</summary>
    public long? CitedVersionId { get; private set; }
    public DocumentVersion? CitedVersion { get; private set; }
    public long ByBodyId { get; private set; }
    public Body By { get; private set; } = null!;
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Review(ReviewId)];

    /// <summary>Words of a version on this site were looked up when they were written, and no version ever changes.</summary>
    public QuoteCheck QuoteCheck => this switch
    {
        { CitedDocument: "" } => QuoteCheck.NoDocument,
        { CitedQuote: "" } => QuoteCheck.NotGiven,
        { CitedVersionId: null } => QuoteCheck.NotChecked,
        _ => QuoteCheck.Stands,
    };
}

/// <summary>A finding that a judgement rests on.</summary>
public sealed class JudgementGround : INeverOnCachedPages
{
    private JudgementGround() { } // EF Core

    internal JudgementGround(ItemJudgement judgement, Finding finding) => (Judgement, Finding, FindingId) = (judgement, finding, finding.Id);

    public long JudgementId { get; private set; }
    public ItemJudgement Judgement { get; private set; } = null!;
    public long FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
}
