using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.OnBehalf;

/// <summary>An answer as staff type it.</summary>
/// <param name="Code">The code on the printed form, where it came on one.</param>
/// <param name="Words">What was said.</param>
/// <param name="Voice">In what capacity the person speaks, where they said so.</param>
/// <param name="AreaId">Where they live, where they said so.</param>
/// <param name="Consent">What they agreed to.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedOn">When it came.</param>
public sealed record NewAnswer(string? Code, string Words, Voice Voice, long? AreaId, EntryConsent Consent, EntryChannel Channel, DateOnly ReceivedOn);

/// <summary>What became of an attempt to enter an answer.</summary>
public enum AnswerOutcome
{
    Entered,

    /// <summary>It waits for a moderator first, for the reason it keeps.</summary>
    Held,
    NoSuchCode,

    /// <summary>The code is of a form for another question.</summary>
    CodeOfAnother,

    /// <summary>The form of this code is entered already.</summary>
    CodeUsed,

    /// <summary>It came before the question was asked, or after it closed.</summary>
    NotInTime,

    /// <summary>They act for no body that may enter answers here.</summary>
    NotTheirs,
}

/// <summary>The outcome, with the comment where there is one.</summary>
public sealed record AnswerEntered(AnswerOutcome Outcome, Comment? Comment = null);

/// <summary>One answer in the list of those that were entered.</summary>
public sealed record AnswerRow(long CommentId, string Words, EntryChannel Channel, DateOnly ReceivedOn, EntryConsent Consent, string? Code, DateTimeOffset At, string? By, bool IsHeld, bool IsRemoved, string? TakenBackBecause);

/// <summary>Enters what people said outside the site, and takes it back. Each is one transaction with the counts, the search entry and the record.</summary>
public sealed class Answers(CommunityVoiceDb db, EnteringBody bodies, TimeProvider clock)
{
    public Task<AnswerEntered> EnterAsync(long consultationId, NewAnswer said, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var consultation = await db.Consultations.Published().SingleAsync(c => c.Id == consultationId, ct);
        if (!InTime(consultation, said.ReceivedOn)) return new AnswerEntered(AnswerOutcome.NotInTime);
        if (await bodies.OfAsync(by, consultation.AreaId, ct) is not { } body) return new AnswerEntered(AnswerOutcome.NotTheirs);
        var (fault, form) = await FormAsync(consultationId, said.Code, ct);
        if (fault is { } wrong) return new AnswerEntered(wrong);

        var author = new Author(null, $"Somebody {said.Channel.Within()}", said.Voice, said.AreaId);
        var comment = new Comment(consultation, author, CleanText.Of(said.Words), now);
        if (Holding.ReasonToHold(comment.Body, Trust.Known) is { } reason) comment.Hold(reason, now);
        comment.CameBy(said.Channel, body.Id, said.Consent);
        db.Comments.Add(comment);
        await db.SaveChangesAsync(ct);
        db.Add(new EnteredAnswer(comment, said.ReceivedOn, said.Consent, form, by, now));
        db.ActivityEntries.Add(new ActivityEntry(by, "answer.entered", nameof(Comment), comment.Id,
            $"{said.Channel.Within()}, came {said.ReceivedOn:yyyy-MM-dd}, {said.Consent}{(form is null ? "" : $", form {form.Code}")}", now));
        await db.SaveChangesAsync(ct);
        if (comment.HeldAt is not null) return new AnswerEntered(AnswerOutcome.Held, comment);
        await CommentCounts.ShownAsync(db, comment, ct);
        return new AnswerEntered(AnswerOutcome.Entered, comment);
    }, ct);

    /// <summary>Takes an answer back that was entered by mistake, or whose author asks for it; answers false when it does not stand any more.</summary>
    public Task<bool> TakeBackAsync(long consultationId, long commentId, string reason, bool erase, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        if (await db.EnteredAnswers.Include(a => a.Comment).Include(a => a.Form).SingleOrDefaultAsync(a => a.CommentId == commentId && a.ConsultationId == consultationId, ct)
            is not { TakenBackBecause: null } answer) return false;
        var counted = answer.Comment.IsVisible || (answer.Comment.CountedAt is not null && answer.Comment.RemovedAt is null);
        db.ActivityEntries.Add(new ActivityEntry(by, erase ? "answer.erased" : "answer.taken-back", nameof(Comment), commentId,
            $"{(answer.Form is { } form ? $"form {form.Code}: " : "")}{reason}", now));
        answer.TakeBack(reason, erase, now);
        await db.SaveChangesAsync(ct);
        if (counted) await CommentCounts.HiddenAsync(db, answer.Comment, ct);
        return true;
    }, ct);

    /// <summary>Answers that were entered, newest first, one more than a page.</summary>
    public Task<List<AnswerRow>> ListAsync(long consultationId, long before, int take, CancellationToken ct) => db.EnteredAnswers.AsNoTracking()
        .Where(a => a.ConsultationId == consultationId && (before <= 0 || a.CommentId < before)).OrderByDescending(a => a.CommentId).Take(take)
        .Select(a => new AnswerRow(a.CommentId, a.Comment.Body, a.Comment.Channel!.Value, a.ReceivedOn, a.Consent, a.Form!.Code, a.At,
            db.People.Where(p => p.Id == a.EnteredById).Select(p => p.DisplayName).FirstOrDefault(), a.Comment.HeldAt != null, a.Comment.RemovedAt != null, a.TakenBackBecause)).ToListAsync(ct);

    /// <summary>What came while the question was open may be typed later, until it is decided.</summary>
    public static bool InTime(Consultation consultation, DateOnly receivedOn) => consultation.PublishedAt is not null && consultation.DecidedAt is null
        && consultation.OpensOn <= receivedOn && (consultation.ClosesOn is null || receivedOn <= consultation.ClosesOn);

    private async Task<(AnswerOutcome? Fault, AnswerForm? Form)> FormAsync(long consultationId, string? typed, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, null);
        if (await AnswerForms.FindAsync(db, typed, ct) is not { } form) return (AnswerOutcome.NoSuchCode, null);
        if (form.ConsultationId != consultationId) return (AnswerOutcome.CodeOfAnother, null);
        return await db.EnteredAnswers.AnyAsync(a => a.FormId == form.Id, ct) ? (AnswerOutcome.CodeUsed, null) : (null, form);
    }
}
