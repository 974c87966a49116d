using System.Linq.Expressions;
using CommunityVoice.Consultations;

namespace CommunityVoice.Decisions;

/// <summary>The public clock of a decision (rule R-A5): twelve weeks after the close there is an answer, or everybody sees that there is none.</summary>
public sealed record DecisionClock(DateOnly DueOn, DateTimeOffset? DecidedAt, DateOnly Today)
{
    public const int Days = 84;

    /// <summary>How long before the last day those who decide are reminded.</summary>
    public const int RemindedDaysBefore = 14;

    public bool IsDecided => DecidedAt is not null;

    /// <summary>Once 84 days have passed since the close.</summary>
    public bool IsOverdue => !IsDecided && DueOn < Today;

    public int DaysLeft => DueOn.DayNumber - Today.DayNumber;

    /// <summary>None for what nobody decides on: a draft, a listening space, or what was held elsewhere.</summary>
    public static DecisionClock? Of(Consultation consultation, DateOnly today) =>
        consultation is { PublishedAt: not null, IsListeningSpace: false, ClosesOn: { } closes, DecisionMaker: not Consultation.NobodyHere } ? new(closes.AddDays(Days), consultation.DecidedAt, today) : null;

    /// <summary>Consultations that closed so many days ago at least and wait for a decision.</summary>
    internal static Expression<Func<Consultation, bool>> Waits(DateOnly today, int daysAfterClose)
    {
        var closed = today.AddDays(-daysAfterClose);
        return c => c.PublishedAt != null && !c.IsListeningSpace && c.DecidedAt == null && c.ClosesOn < closed && c.DecisionMaker != Consultation.NobodyHere;
    }
}
