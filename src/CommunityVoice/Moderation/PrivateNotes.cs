using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Moderation;

/// <summary>What became of an answer to a note.</summary>
public enum NoteAnswered
{
    Done,

    /// <summary>A colleague was quicker, or it is gone.</summary>
    Already,
}

/// <summary>Takes notes in confidence to the moderators of the area they are about, and brings their answers back. Letters only say that there is something to read.</summary>
public sealed class PrivateNotes(CommunityVoiceDb db, Permissions permissions, Letters letters, SiteAddress site, TimeProvider clock)
{
    public const int MostAtOnce = 5;
    public static readonly TimeSpan Spell = TimeSpan.FromMinutes(10);

    /// <summary>Sends it; none when the consultation is not there or too many came at once. The same words twice are one note.</summary>
    public Task<PrivateNote?> SendAsync(Guid personId, long consultationId, string body, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var words = CleanText.Of(body);
        var since = now - Spell;
        var recent = await db.PrivateNotes.Where(n => n.AuthorId == personId && n.SentAt > since).ToListAsync(ct);
        if (recent.Find(n => n.ConsultationId == consultationId && n.Body == words) is { } same) return same;
        if (recent.Count >= MostAtOnce || await db.Consultations.Published().SingleOrDefaultAsync(c => c.Id == consultationId, ct) is not { } consultation) return null;

        var note = new PrivateNote(consultation, personId, words, now);
        db.PrivateNotes.Add(note);
        await db.SaveChangesAsync(ct);
        await TellAsync(note, "private-note-received", ct);
        return note;
    }, ct);

    /// <summary>The notes that this moderator may read: of their areas, not their own.</summary>
    public async Task<IQueryable<PrivateNote>> OfModeratorAsync(Guid moderatorId, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(moderatorId, Capability.Moderate, ct);
        return db.PrivateNotes.Include(n => n.Consultation).Include(n => n.Author).Where(n => n.AuthorId != moderatorId && areas.Contains(n.Consultation.AreaId));
    }

    /// <summary>Answers it, in the name of the voice body.</summary>
    public async Task<NoteAnswered> AnswerAsync(long noteId, string answer, Guid moderatorId, CancellationToken ct)
    {
        try
        {
            return await SaveAnswerAsync(noteId, answer, moderatorId, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return NoteAnswered.Already;
        }
    }

    /// <summary>Deletes what was answered a year ago.</summary>
    public Task<int> ForgetOldAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - PrivateNote.KeptFor;
        return db.TransactAsync(() => db.PrivateNotes.Where(n => n.AnsweredAt <= before).ExecuteDeleteAsync(ct), ct);
    }

    private Task<NoteAnswered> SaveAnswerAsync(long noteId, string answer, Guid moderatorId, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (await (await OfModeratorAsync(moderatorId, ct)).SingleOrDefaultAsync(n => n.Id == noteId && n.AnsweredAt == null, ct) is not { } note) return NoteAnswered.Already;
        note.Reply(CleanText.Of(answer), moderatorId, clock.GetUtcNow());
        // What was told and answered stays between the two; the record says only that it was answered.
        db.ActivityEntries.Add(new ActivityEntry(moderatorId, "private-note.answered", nameof(PrivateNote), note.Id, null, clock.GetUtcNow()));
        await TellAsync(note, "private-note-answered", ct);
        return NoteAnswered.Done;
    }, ct);

    private async Task TellAsync(PrivateNote note, string kind, CancellationToken ct)
    {
        if (await db.People.Where(p => p.Id == note.AuthorId).Select(p => p.Email).SingleOrDefaultAsync(ct) is { } email)
            letters.Write(email, kind, new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = site.To(FormattableString.Invariant($"/account/notes/{note.Id}")) });
        await db.SaveChangesAsync(ct);
    }
}
