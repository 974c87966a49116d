using System.Globalization;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Consultations;

/// <summary>What staff say of a meeting to come.</summary>
/// <param name="Title">What it is.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Place">Where people come to; empty where it is online alone.</param>
/// <param name="JoinLink">Where to join online.</param>
/// <param name="HowToJoin">Any other way to take part, such as a phone number with a code.</param>
/// <param name="AccessNeeds">What is there for access, and how to ask for more.</param>
public sealed record PublicEventFacts(string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, string HowToJoin, string AccessNeeds);

/// <summary>
/// A meeting to come, to which everybody is invited (rule R-H9). It is cancelled with a reason and never deleted once it was public. What was said at it
/// is written down afterwards as a <see cref="OnBehalf.Meeting"/>.
/// </summary>
public sealed class PublicEvent : IShownOnPages
{
    public const int TitleMaxLength = 120;
    public const int PlaceMaxLength = 200;
    public const int JoinLinkMaxLength = 300;
    public const int HowToJoinMaxLength = 400;
    public const int AccessNeedsMaxLength = 600;
    public const int ReasonMaxLength = 300;

    private PublicEvent() { } // EF Core

    public PublicEvent(Consultation consultation, PublicEventFacts facts, DateTimeOffset now)
    {
        (Consultation, ConsultationId, AddedAt) = (consultation, consultation.Id, now);
        Say(facts, now);
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public string Place { get; private set; } = "";
    public string? JoinLink { get; private set; }
    public string HowToJoin { get; private set; } = "";
    public string AccessNeeds { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Grows with each change, so that calendars take the newest and nobody overwrites what somebody else wrote.</summary>
    public int Revision { get; private set; }

    /// <summary>When its time or place last changed, and how often: that is news, other changes are not.</summary>
    public DateTimeOffset? MovedAt { get; private set; }
    public int Moves { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelledBecause { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];

    public bool IsCancelled => CancelledAt is not null;

    /// <summary>"Tuesday 1 December 2026, 18:30 to 20:00", in the UK.</summary>
    public string When => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{UkTime.Local(StartsAt):dddd d MMMM yyyy, HH:mm} to {UkTime.Local(EndsAt):HH:mm}");

    /// <summary>Where to go, in a few words.</summary>
    public string Where => Place.Length > 0 ? JoinLink is null ? Place : $"{Place}, and online" : "Online";

    public bool HasEndedAt(DateTimeOffset now) => EndsAt <= now;

    public void Change(PublicEventFacts facts, DateTimeOffset now)
    {
        if (IsCancelled || HasEndedAt(now)) throw new InvalidOperationException("What was cancelled or is over stays as it was.");
        if ((StartsAt, EndsAt, Place, JoinLink) != (facts.StartsAt, facts.EndsAt, facts.Place, facts.JoinLink)) (MovedAt, Moves) = (now, Moves + 1);
        Say(facts, now);
        Revision++;
    }

    public void Cancel(string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (IsCancelled || HasEndedAt(now)) throw new InvalidOperationException("It was cancelled before, or is over.");
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

/// <summary>Named filters, so that pages, calendars and files agree.</summary>
public static class PublicEventQueries
{
    extension(IQueryable<PublicEvent> events)
    {
        /// <summary>Those that are not over, cancelled ones too, the next first.</summary>
        public IQueryable<PublicEvent> ToCome(DateTimeOffset now) => events.Where(e => e.EndsAt > now).OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
    }
}

internal sealed class PublicEventConfiguration : IEntityTypeConfiguration<PublicEvent>
{
    public void Configure(EntityTypeBuilder<PublicEvent> meeting)
    {
        meeting.Property(e => e.Title).HasMaxLength(PublicEvent.TitleMaxLength);
        meeting.Property(e => e.Place).HasMaxLength(PublicEvent.PlaceMaxLength);
        meeting.Property(e => e.JoinLink).HasMaxLength(PublicEvent.JoinLinkMaxLength);
        meeting.Property(e => e.HowToJoin).HasMaxLength(PublicEvent.HowToJoinMaxLength);
        meeting.Property(e => e.AccessNeeds).HasMaxLength(PublicEvent.AccessNeedsMaxLength);
        meeting.Property(e => e.CancelledBecause).HasMaxLength(PublicEvent.ReasonMaxLength);
        meeting.Property(e => e.Revision).IsConcurrencyToken();
        meeting.Ignore(e => e.PageTags).Ignore(e => e.IsCancelled).Ignore(e => e.When).Ignore(e => e.Where);
        meeting.HasOne(e => e.Consultation).WithMany(c => c.Events).HasForeignKey(e => e.ConsultationId);
        meeting.HasIndex(e => new { e.ConsultationId, e.StartsAt });
        meeting.ToTable(t => t.HasCheckConstraint("CK_PublicEvents_Times", "\"StartsAt\" < \"EndsAt\""));
    }
}
