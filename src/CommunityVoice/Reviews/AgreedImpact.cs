using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Reviews;

/// <summary>
/// What an effect that the guidelines name is to be in the area of a review, as two bodies agree (rule R-I12). Each agrees on a day of its own.
/// The text is never changed: a later one stands before it.
/// </summary>
public sealed class AgreedImpact : IShownOnPages
{
    public const int TextMaxLength = 1000;
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    private AgreedImpact() { } // EF Core

    internal AgreedImpact(Review review, FrameworkItem item, string text, Body one, Body other, Body by, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (one == other) throw new ArgumentException("Two bodies agree.", nameof(other));
        (Review, ReviewId, Item, ItemId, Text, By, ByBodyId, ById, At) = (review, review.Id, item, item.Id, text, by, by.Id, byId, now);
        Parties.AddRange([new ImpactParty(this, one, now), new ImpactParty(this, other, now)]);
        // Whoever proposes it for a body of the two has agreed for that one.
        Parties.Find(p => p.Body == by)?.Sign(byId, now);
    }

    public long Id { get; private set; }
    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;
    public string Text { get; private set; } = "";

    /// <summary>The two that are to agree.</summary>
    public List<ImpactParty> Parties { get; } = [];
    public long ByBodyId { get; private set; }
    public Body By { get; private set; } = null!;
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Review(ReviewId)];

    public bool IsAgreed => Parties.Count == 2 && Parties.TrueForAll(p => p.HasSigned);

    /// <summary>Whoever proposed it first.</summary>
    public IEnumerable<ImpactParty> InOrder => Parties.OrderByDescending(p => p.BodyId == ByBodyId).ThenBy(p => p.Body.Name, StringComparer.Ordinal);

    /// <summary>"Agreed by A and B on 5 June 2026" only once both have; else whom it waits for.</summary>
    public string State
    {
        get
        {
            var parties = InOrder.ToList();
            if (IsAgreed) return $"Agreed by {string.Join(" and ", parties.Select(p => p.Body.Name))} on {Day(parties.Max(p => p.SignedAt)!.Value)}";
            var said = parties.Select(p => p.State switch
            {
                Summaries.SignOff.Declined => $"{p.Body.Name} does not agree",
                Summaries.SignOff.Missing => $"waits for {p.Body.Name}",
                _ => $"{p.Body.Name} agreed on {Day(p.SignedAt!.Value)}",
            });
            return $"Not agreed yet: {string.Join("; ", said)}";
        }
    }

    private static string Day(DateTimeOffset at) => UkTime.Day(at).ToString("d MMMM yyyy", Uk);
}

/// <summary>One of the two bodies that agree an effect.</summary>
public sealed class ImpactParty : Signatory
{
    private ImpactParty() { } // EF Core

    internal ImpactParty(AgreedImpact impact, Body body, DateTimeOffset now)
        : base(body, now) => (Impact, ImpactId) = (impact, impact.Id);

    public long ImpactId { get; private set; }
    public AgreedImpact Impact { get; private set; } = null!;

    public override IEnumerable<string> PageTags => Impact is null ? [] : [PageTag.Review(Impact.ReviewId)];
}
