using System.Globalization;
using CommunityVoice.Data;
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
public sealed record MeetingFacts(string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, string HowToJoin, string AccessNeeds);

/// <summary>
/// A meeting to come, to which everybody is invited (rule R-H9). It is cancelled with a reason and never deleted once it was public. What was said at it
/// is written down afterwards as a <see cref="OnBehalf.Meeting"/>.
/// </summary>
public abstract class OpenMeeting : IShownOnPages
{
    public const int TitleMaxLength = 120;
    public const int PlaceMaxLength = 200;
    public const int JoinLinkMaxLength = 300;
    public const int HowToJoinMaxLength = 400;
    public const int AccessNeedsMaxLength = 600;
    public const int ReasonMaxLength = 300;

    private protected OpenMeeting() { } // EF Core

    private protected OpenMeeting(MeetingFacts facts, DateTimeOffset now)
    {
        AddedAt = now;
        Say(facts, now);
    }

    public long Id { get; private set; }
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

    public abstract IEnumerable<string> PageTags { get; }

    /// <summary>The title of what it is part of, which is loaded.</summary>
    public abstract string PartOf { get; }

    /// <summary>Names it for good, within this site.</summary>
    public abstract string Key { get; }

    /// <summary>Where it is read of.</summary>
    public abstract string Path { get; }

    /// <summary>Since when it can be seen; none while what it is part of is a draft.</summary>
    public abstract DateTimeOffset? PublicSince { get; }

    public bool IsCancelled => CancelledAt is not null;

    /// <summary>"Tuesday 1 December 2026, 18:30 to 20:00", in the UK.</summary>
    public string When => string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{UkTime.Local(StartsAt):dddd d MMMM yyyy, HH:mm} to {UkTime.Local(EndsAt):HH:mm}");

    /// <summary>Where to go, in a few words.</summary>
    public string Where => Place.Length > 0 ? JoinLink is null ? Place : $"{Place}, and online" : "Online";

    public bool CanBeChangedAt(DateTimeOffset now) => !IsCancelled && now < EndsAt;

    public void Change(MeetingFacts facts, DateTimeOffset now)
    {
        if (!CanBeChangedAt(now)) throw new InvalidOperationException("What was cancelled or is over stays as it was.");
        if ((StartsAt, EndsAt, Place, JoinLink) != (facts.StartsAt, facts.EndsAt, facts.Place, facts.JoinLink)) (MovedAt, Moves) = (now, Moves + 1);
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

    private void Say(MeetingFacts facts, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.Title, nameof(facts));
        if (facts.EndsAt <= facts.StartsAt) throw new ArgumentOutOfRangeException(nameof(facts), facts.EndsAt, "It ends after it begins.");
        (Title, StartsAt, EndsAt, Place, JoinLink) = (facts.Title, facts.StartsAt, facts.EndsAt, facts.Place, facts.JoinLink);
        (HowToJoin, AccessNeeds, ChangedAt) = (facts.HowToJoin, facts.AccessNeeds, now);
    }
}

/// <summary>Named filters, so that pages, calendars and files agree.</summary>
public static class OpenMeetingQueries
{
    extension<T>(IQueryable<T> meetings)
        where T : OpenMeeting
    {
        /// <summary>Those that are not over, cancelled ones too, the next first.</summary>
        public IQueryable<T> ToCome(DateTimeOffset now) => meetings.Where(m => m.EndsAt > now).OrderBy(m => m.StartsAt).ThenBy(m => m.Id);
    }
}

internal static class OpenMeetingConfiguration
{
    public static void IsOpenMeeting<T>(this EntityTypeBuilder<T> meeting)
        where T : OpenMeeting
    {
        meeting.Property(m => m.Title).HasMaxLength(OpenMeeting.TitleMaxLength);
        meeting.Property(m => m.Place).HasMaxLength(OpenMeeting.PlaceMaxLength);
        meeting.Property(m => m.JoinLink).HasMaxLength(OpenMeeting.JoinLinkMaxLength);
        meeting.Property(m => m.HowToJoin).HasMaxLength(OpenMeeting.HowToJoinMaxLength);
        meeting.Property(m => m.AccessNeeds).HasMaxLength(OpenMeeting.AccessNeedsMaxLength);
        meeting.Property(m => m.CancelledBecause).HasMaxLength(OpenMeeting.ReasonMaxLength);
        meeting.Property(m => m.Revision).IsConcurrencyToken();
        meeting.Ignore(m => m.PageTags).Ignore(m => m.PartOf).Ignore(m => m.Key).Ignore(m => m.Path).Ignore(m => m.PublicSince);
        meeting.Ignore(m => m.IsCancelled).Ignore(m => m.When).Ignore(m => m.Where);
    }
}
