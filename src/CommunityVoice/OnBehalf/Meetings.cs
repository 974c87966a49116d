using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Moderation;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.OnBehalf;

/// <summary>Writes meetings down, and takes them back. Each is one transaction with the counts, the search entries and the record.</summary>
public sealed class Meetings(CommunityVoiceDb db, EnteringBody bodies, TimeProvider clock)
{
    /// <summary>One point a line; empty lines do not count.</summary>
    public static IReadOnlyList<string> PointsOf(string? lines) =>
        [.. (lines ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => CleanText.Of(l).TrimStart('-', '*', '•', ' ').Trim()).Where(l => l.Length > 0)];

    /// <summary>None where they act for no body that may enter answers here. A point that may show who somebody is waits for a moderator, like any answer that is entered.</summary>
    public Task<Meeting?> RecordAsync(Consultation consultation, MeetingFacts facts, IReadOnlyList<string> points, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        if (await bodies.OfAsync(by, consultation.AreaId, ct) is not { } body) return null;
        var meeting = new Meeting(consultation, facts, points, body.Id, by, now);
        foreach (var point in meeting.Points)
        {
            if (Holding.ReasonToHold(point.Body, Trust.Known) is { } reason) point.Hold(reason, now);
        }
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(ct);
        db.ActivityEntries.Add(new ActivityEntry(by, "meeting.recorded", nameof(Meeting), meeting.Id, FormattableString.Invariant($"{facts.HeldOn:yyyy-MM-dd}, about {facts.People} people, {points.Count} points"), now));
        await db.SaveChangesAsync(ct);
        foreach (var point in meeting.Points.Where(p => p.IsVisible)) await CommentCounts.ShownAsync(db, point, ct);
        return meeting;
    }, ct);

    /// <summary>Answers false when it does not stand any more.</summary>
    public Task<bool> TakeBackAsync(long consultationId, long id, string reason, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (await db.Meetings.Include(m => m.Points).SingleOrDefaultAsync(m => m.Id == id && m.ConsultationId == consultationId, ct) is not { TakenBackAt: null } meeting) return false;
        var now = clock.GetUtcNow();
        var shown = meeting.Points.Where(p => p.IsVisible).ToList();
        meeting.TakeBack(reason, now);
        db.ActivityEntries.Add(new ActivityEntry(by, "meeting.taken-back", nameof(Meeting), id, reason, now));
        await db.SaveChangesAsync(ct);
        foreach (var point in shown) await CommentCounts.HiddenAsync(db, point, ct);
        return true;
    }, ct);
}
