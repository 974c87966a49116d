using CommunityVoice.Activity;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>What staff do with meetings to come: add, change, cancel. Each is recorded in its transaction.</summary>
public sealed class EventDesk(CommunityVoiceDb db, TimeProvider clock)
{
    public Task<PublicEvent> AddAsync(Consultation consultation, MeetingFacts facts, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var added = new PublicEvent(consultation, facts, clock.GetUtcNow());
        db.PublicEvents.Add(added);
        await db.SaveChangesAsync(ct);
        await RecordAsync(added, by, "event.added", $"{added.Title}: {added.When}", ct);
        return added;
    }, ct);

    /// <summary>Answers false where somebody else changed it in the meantime.</summary>
    public async Task<bool> ChangeAsync(PublicEvent changed, MeetingFacts facts, int revision, Guid by, CancellationToken ct)
    {
        if (changed.Revision != revision) return false;
        changed.Change(facts, clock.GetUtcNow());
        try
        {
            await db.TransactAsync(() => RecordAsync(changed, by, "event.changed", $"{changed.Title}: {changed.When}", ct), ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Of a draft nobody has seen anything, so there it is only taken out.</summary>
    public Task CancelAsync(PublicEvent cancelled, string reason, Guid by, CancellationToken ct) => db.TransactAsync(() =>
    {
        if (cancelled.Consultation.PublishedAt is null) db.PublicEvents.Remove(cancelled);
        else cancelled.Cancel(reason, clock.GetUtcNow());
        return RecordAsync(cancelled, by, "event.cancelled", $"{cancelled.Title}: {reason}", ct);
    }, ct);

    private Task RecordAsync(PublicEvent about, Guid by, string verb, string detail, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(PublicEvent), about.Id, detail, clock.GetUtcNow()));
        return db.SaveChangesAsync(ct);
    }
}
