using System.Globalization;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.News;

/// <summary>What was brought before other bodies, and what these say: one news each, whatever number of recommendations it is about.</summary>
public static class EscalationNews
{
    private const int Most = 20;

    /// <summary>The newest of these, with all that happened to them.</summary>
    public static async Task<IReadOnlyList<NewsItem>> NewestAsync(IQueryable<Escalation> of, DateOnly today, CancellationToken ct)
    {
        var found = await of.AsNoTracking().Include(e => e.To).Include(e => e.Summary).ThenInclude(s => s.By).Include(e => e.Summary).ThenInclude(s => s.Consultation)
            .OrderByDescending(e => e.AnsweredAt ?? e.AcknowledgedAt ?? e.SentAt).ThenByDescending(e => e.Id).Take(Most).ToListAsync(ct);
        return [.. found.SelectMany(e => Of(e, today))];
    }

    private static IEnumerable<NewsItem> Of(Escalation escalation, DateOnly today)
    {
        var (key, path, to, title) = ($"escalation-{escalation.Id}", $"/recommendations/escalations/{escalation.Id}", escalation.To.Name, escalation.Summary.Consultation.Title);
        yield return new($"{key}-sent", escalation.SentAt, $"Brought before {to}: recommendations after {title}", $"{to} has until {Day(escalation.DueOn)} to say that it has it. {escalation.Reason}", path);
        if (escalation.AcknowledgedAt is { } acknowledged && acknowledged != escalation.AnsweredAt)
            yield return new($"{key}-acknowledged", acknowledged, $"Acknowledged by {to}: recommendations after {title}", $"{to} says that it has what {escalation.Summary.By.Name} brought before it.", path);
        if (escalation is { AnsweredAt: { } answered, Answer: { } answer })
            yield return new($"{key}-answered", answered, $"Answered by {to}: recommendations after {title}", answer, path);
        if (escalation.StateOn(today) == EscalationState.Overdue)
            yield return new($"{key}-overdue", UkTime.EndOf(escalation.DueOn), $"{EscalationState.Overdue.Word()}: recommendations after {title}", $"{to} had until {Day(escalation.DueOn)}.", path);
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
