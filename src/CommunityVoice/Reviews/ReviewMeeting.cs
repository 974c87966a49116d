using System.Globalization;
using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Reviews;

/// <summary>A meeting at which a review is discussed, open to everybody (rule R-I30). It is cancelled with a reason and never deleted.</summary>
public sealed class ReviewMeeting : IShownOnPages
{
    private ReviewMeeting() { } // EF Core

    internal ReviewMeeting(Review review, PublicEventFacts facts, DateTimeOffset now)
    {
        (Review, ReviewId) = (review, review.Id);
        Say(facts, now);
    }

    public long Id { get; private set; }
    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public string Place { get; private set; } = "";
    public string? JoinLink { get; private set; }
    public string HowToJoin { get; private set; } = "";
    public string AccessNeeds { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Grows with each change, so that calendars take the newest and nobody overwrites what somebody else wrote.</summary>
    public int Revision { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelledBecause { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Review(ReviewId), PageTag.Lists];

    public bool IsCancelled => CancelledAt is not null;

    /// <summary>"Tuesday 1 December 2026, 18:30 to 20:00", in the UK.</summary>
    public string When => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{UkTime.Local(StartsAt):dddd d MMMM yyyy, HH:mm} to {UkTime.Local(EndsAt):HH:mm}");

    /// <summary>Where to go, in a few words.</summary>
    public string Where => Place.Length > 0 ? JoinLink is null ? Place : $"{Place}, and online" : "Online";

    public bool CanBeChangedAt(DateTimeOffset now) => !IsCancelled && now < EndsAt;

    public void Change(PublicEventFacts facts, DateTimeOffset now)
    {
        if (!CanBeChangedAt(now)) throw new InvalidOperationException("What was cancelled or is over stays as it was.");
        Say(facts, now);
        Revision++;
    }

    public void Cancel(string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!CanBeChangedAt(now)) throw new InvalidOperationException("It was cancelled before, or is over.");
        (CancelledAt, CancelledBecause, ChangedAt) = (now, reason, now);
        Revision++;
    }

    private void Say(PublicEventFacts facts, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.Title, nameof(facts));
        if (facts.EndsAt <= facts.StartsAt) throw new ArgumentOutOfRangeException(nameof(facts), facts.EndsAt, "It ends after it begins.");
        (Title, StartsAt, EndsAt, Place, JoinLink) = (facts.Title, facts.StartsAt, facts.EndsAt, facts.Place, facts.JoinLink);
        (HowToJoin, AccessNeeds, ChangedAt) = (facts.HowToJoin, facts.AccessNeeds, now);
    }
}
