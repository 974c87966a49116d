using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>
/// Brings recommendations before another body, and takes what that body says. Each step is saved with its entry in the record and its letters;
/// false where somebody else was quicker.
/// </summary>
public sealed class EscalationDesk(CommunityVoiceDb db, WorkingDays days, BodyMembers members, Successions successions, Letters letters, SiteAddress address, TimeProvider clock)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>An escalation with everything that it is about, tracked for changing.</summary>
    public Task<Escalation?> FindAsync(long id, CancellationToken ct) => db.Escalations.Whole().SingleOrDefaultAsync(e => e.Id == id, ct);

    /// <summary>Sends it; none where no last day can be set, because holidays of that year are not known.</summary>
    public async Task<Escalation?> SendAsync(Summary summary, Body to, string reason, IReadOnlyList<Recommendation> recommendations, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (days.DueAfter(UkTime.Day(now)) is not { } due) return null;
        var escalation = new Escalation(summary, to, reason, recommendations, due, byId, now);
        db.Escalations.Add(escalation);
        await db.TransactAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            Record(escalation, byId, "sent", $"To {to.Slug}: {string.Join(", ", recommendations.Select(r => r.Number))}");
            await TellAsync(escalation, ct);
            await db.SaveChangesAsync(ct);
        }, ct);
        return escalation;
    }

    public Task<bool> AcknowledgeAsync(Escalation escalation, Guid byId, CancellationToken ct)
    {
        escalation.Acknowledge(byId, clock.GetUtcNow());
        return SaveAsync(escalation, byId, "acknowledged", ct);
    }

    public async Task<bool> AnswerAsync(Escalation escalation, string answer, Guid byId, CancellationToken ct)
    {
        escalation.Respond(answer, byId, clock.GetUtcNow());
        var editors = await successions.HolderOfAsync(escalation.Summary.ById, ct);
        foreach (var (email, name) in await members.WhoMayAsync(editors, Capability.Publish, ct))
        {
            letters.Write(email, "escalation-answered", new Dictionary<string, string>(Fields(escalation, escalation.To, name, $"/recommendations/escalations/{escalation.Id}"), StringComparer.Ordinal) { ["answer"] = answer });
        }
        return await SaveAsync(escalation, byId, "answered", ct);
    }

    /// <summary>To those who may answer for whoever does the work of the body it is brought before, and to its contact address.</summary>
    private async Task TellAsync(Escalation escalation, CancellationToken ct)
    {
        var body = await successions.HolderOfAsync(escalation.To, ct);
        foreach (var (email, name) in await members.WhoMayAsync(body.Id, Capability.Respond, ct)) Write(email, name, $"/manage/recommendations/escalations/{escalation.Id}");
        if (body.ContactEmail is { Length: > 0 } contact) Write(contact, body.Name, $"/recommendations/escalations/{escalation.Id}");

        void Write(string email, string name, string link) => letters.Write(email, "escalation-sent", Fields(escalation, body, name, link));
    }

    private Dictionary<string, string> Fields(Escalation escalation, Body body, string name, string link) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["body"] = body.Name,
        ["from"] = escalation.Summary.By.Name,
        ["title"] = escalation.Summary.Consultation.Title,
        ["reason"] = escalation.Reason,
        ["due"] = escalation.DueOn.ToString("d MMMM yyyy", Uk),
        ["link"] = address.To(link),
    };

    private Task<bool> SaveAsync(Escalation escalation, Guid byId, string what, CancellationToken ct)
    {
        Record(escalation, byId, what, null);
        return db.TryChangeAsync(ct);
    }

    private void Record(Escalation escalation, Guid byId, string what, string? detail) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"escalation.{what}", nameof(Escalation), escalation.Id, detail, clock.GetUtcNow()));
}

/// <summary>Named queries over escalations, and their words.</summary>
public static class EscalationQueries
{
    /// <summary>With the recommendations, everything that happened to them, and the bodies.</summary>
    public static IQueryable<Escalation> Whole(this IQueryable<Escalation> escalations) => escalations
        .Include(e => e.To)
        .Include(e => e.Summary).ThenInclude(s => s.By)
        .Include(e => e.Summary).ThenInclude(s => s.Consultation).ThenInclude(c => c.Area)
        .Include(e => e.Items).ThenInclude(i => i.Recommendation).ThenInclude(r => r.Addressee)
        .Include(e => e.Items).ThenInclude(i => i.Recommendation).ThenInclude(r => r.Responses)
        .Include(e => e.Items).ThenInclude(i => i.Recommendation).ThenInclude(r => r.Outcomes)
        .Include(e => e.Items).ThenInclude(i => i.Recommendation).ThenInclude(r => r.Pauses)
        .AsSplitQuery();

    public static string Word(this EscalationState state) => state switch
    {
        EscalationState.Sent => "Sent",
        EscalationState.Overdue => "Not acknowledged in time",
        EscalationState.Acknowledged => "Acknowledged",
        _ => "Answered",
    };
}
