using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Markup;
using CommunityVoice.Moderation;
using CommunityVoice.Search;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>What somebody wants to say, and where: a new comment, or the answer to one.</summary>
public sealed record NewComment(long ConsultationId, string Body, long? ReplyTo = null, long? SpeaksForId = null)
{
    /// <summary>The section of a document it is about: "what-happens-now/the-first-week".</summary>
    public string? About { get; init; }

    /// <summary>Where it tells about somebody else: whether they agree.</summary>
    public ThirdParty? AboutOther { get; init; }

    /// <summary>The element of the place that was missing, and what they say of it.</summary>
    public long? Missing { get; init; }
    public string? MissingWords { get; init; }
}

/// <summary>What became of it.</summary>
public enum PostOutcome
{
    Posted,

    /// <summary>It waits for a moderator first, for the reason it keeps.</summary>
    Held,

    /// <summary>Posted before; the same words twice within minutes are one comment.</summary>
    AlreadyPosted,
    Closed,

    /// <summary>The area that the listening space is of is no more.</summary>
    AreaEnded,

    /// <summary>What it answers can no longer be seen.</summary>
    NothingToAnswer,

    /// <summary>The section it is about stands in the document no more.</summary>
    NoSuchSection,

    /// <summary>They do not act for that body.</summary>
    NotTheirBody,
    TooMany,
}

/// <summary>The outcome, with the comment where there is one.</summary>
public sealed record Posted(PostOutcome Outcome, Comment? Comment = null);

/// <summary>What became of a change to one's own comment.</summary>
public enum ChangeOutcome
{
    Changed,
    NotTheirs,
    TooLate,
}

/// <summary>The support a comment has, and whether this person gives theirs.</summary>
public sealed record SupportGiven(int Supports, bool Supported);

/// <summary>Says, changes, withdraws and supports. Each is one transaction with the counts, the search entry and the record.</summary>
public sealed class Conversation(CommunityVoiceDb db, Authors authors, Holding holding, SearchIndex search, WriteGate gate, CommentSteps steps, TimeProvider clock)
{
    public const int MostAtOnce = 10;
    public static readonly TimeSpan Spell = TimeSpan.FromMinutes(10);

    public Task<Posted> PostAsync(Guid personId, NewComment said, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var body = CleanText.Of(said.Body);
        if (await db.Consultations.OpenAt(now).Include(c => c.Area).SingleOrDefaultAsync(c => c.Id == said.ConsultationId, ct) is not { } consultation)
            return new Posted(PostOutcome.Closed);
        if (consultation.HasLostItsAreaOn(UkTime.Day(now))) return new Posted(PostOutcome.AreaEnded);

        var since = now - Spell;
        var recent = await db.Comments.Where(c => c.AuthorId == personId && c.PostedAt > since).ToListAsync(ct);
        if (recent.Find(c => c.ConsultationId == consultation.Id && c.ParentId == said.ReplyTo && c.Body == body) is { } same)
            return new Posted(PostOutcome.AlreadyPosted, same);
        if (recent.Count >= MostAtOnce) return new Posted(PostOutcome.TooMany);

        if (await authors.OfAsync(personId, consultation, said.SpeaksForId, ct) is not { } author) return new Posted(PostOutcome.NotTheirBody);
        var answered = said.ReplyTo is { } id
            ? await db.Comments.Visible().Include(c => c.Consultation).SingleOrDefaultAsync(c => c.Id == id && c.ConsultationId == consultation.Id, ct)
            : null;
        if (said.ReplyTo is not null && answered is null) return new Posted(PostOutcome.NothingToAnswer);

        var comment = answered?.Reply(author, body, now) ?? new Comment(consultation, author, body, now);
        if (answered is null && said.About is { Length: > 0 } about)
        {
            if (await DocumentDesk.CurrentSectionAsync(db, consultation.Id, about, ct) is not { } section) return new Posted(PostOutcome.NoSuchSection);
            comment.SayAbout(section);
        }
        comment.Miss(await db.Elements.SingleOrDefaultAsync(e => e.Id == said.Missing && e.EndedAt == null, ct), CleanText.OneLine(said.MissingWords));
        if (said.AboutOther is { } somebodyElse) comment.TellAbout(somebodyElse);
        if (await holding.ReasonToHoldAsync(comment, author, ct) is { } reason) comment.Hold(reason, now);
        db.Comments.Add(comment);
        await db.SaveChangesAsync(ct);
        if (comment.SpeaksForId is { } bodyId)
            db.ActivityEntries.Add(new ActivityEntry(personId, "comment.posted", "Comment", comment.Id, $"for body {bodyId}", now));
        steps.Received(comment);
        await db.SaveChangesAsync(ct);
        if (!comment.IsVisible) return new Posted(PostOutcome.Held, comment);
        await CommentCounts.ShownAsync(db, comment, ct);
        return new Posted(PostOutcome.Posted, comment);
    }, ct);

    /// <summary>Changes one's own words within the time allowed; those on what was missing stay where none are given.</summary>
    public Task<ChangeOutcome> EditAsync(Guid personId, long commentId, string body, string? missingWords, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var words = CleanText.Of(body);
        if (await TheirsAsync(personId, commentId, ct) is not { } comment) return ChangeOutcome.NotTheirs;
        if (!comment.CanBeEditedAsAsked && !comment.CanBeEditedAt(now)) return ChangeOutcome.TooLate;
        var (before, missing) = (comment.AllWords, missingWords is null ? comment.MissingWords : CleanText.OneLine(missingWords));
        if (comment.Body == words && comment.MissingWords == missing) return ChangeOutcome.Changed;

        var wasVisible = comment.IsVisible;
        if (comment.CanBeEditedAsAsked) comment.EditAsAsked(words, now);
        else comment.Edit(words, now);
        comment.RewordMissing(missing);
        db.ActivityEntries.Add(new ActivityEntry(personId, "comment.edited", "Comment", comment.Id, null, now, ActivityValues.Of(before, comment.AllWords)));
        var author = new Author(personId, comment.AuthorName, comment.Voice, comment.AreaId, comment.SpeaksForId, comment.IsOfficial);
        if (comment.IsVisible && await holding.ReasonToHoldEditedAsync(comment, author, ct) is { } reason) comment.Hold(reason, now);
        if (wasVisible && !comment.IsVisible) await steps.HeldAsync(comment, ct);
        await db.SaveChangesAsync(ct);
        if (comment.IsVisible) await search.PutAsync(comment, ct);
        else if (wasVisible) await CommentCounts.HiddenAsync(db, comment, ct);
        return ChangeOutcome.Changed;
    }, ct);

    /// <summary>Takes one's own comment out of sight; its place stays, so that answers to it keep theirs.</summary>
    public Task<ChangeOutcome> WithdrawAsync(Guid personId, long commentId, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        if (await TheirsAsync(personId, commentId, ct) is not { } comment) return ChangeOutcome.NotTheirs;
        if (comment.WithdrawnAt is not null) return ChangeOutcome.Changed;

        var wasVisible = comment.IsVisible;
        comment.Withdraw(now);
        await steps.WithdrawnAsync(comment, ct);
        db.ActivityEntries.Add(new ActivityEntry(personId, "comment.withdrawn", "Comment", comment.Id, null, now));
        await db.SaveChangesAsync(ct);
        if (wasVisible) await CommentCounts.HiddenAsync(db, comment, ct);
        return ChangeOutcome.Changed;
    }, ct);

    /// <summary>One each: giving it twice is giving it once. None when the comment cannot be seen or the discussion is closed.</summary>
    public Task<SupportGiven?> SupportAsync(Guid personId, long commentId, CancellationToken ct) => ChangeSupportAsync(personId, commentId, true, ct);

    public Task<SupportGiven?> UnsupportAsync(Guid personId, long commentId, CancellationToken ct) => ChangeSupportAsync(personId, commentId, false, ct);

    private async Task<SupportGiven?> ChangeSupportAsync(Guid personId, long commentId, bool give, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Comments.Visible().Where(c => c.Id == commentId && db.Consultations.OpenAt(now).Any(o => o.Id == c.ConsultationId))
            .Select(c => (long?)c.ConsultationId).SingleOrDefaultAsync(ct) is not { } consultationId) return null;
        var supports = await gate.RunAsync(async work =>
        {
            var changed = give
                ? await work.ExecuteAsync(
                    """INSERT INTO "CommentSupports" ("CommentId", "PersonId", "At") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING""", commentId, personId, work.At(now))
                : await work.ExecuteAsync("""DELETE FROM "CommentSupports" WHERE "CommentId" = @p0 AND "PersonId" = @p1""", commentId, personId);
            if (changed == 1)
            {
                await work.ExecuteAsync("""UPDATE "Comments" SET "Supports" = "Supports" + @p1 WHERE "Id" = @p0""", commentId, give ? 1 : -1);
                work.Touch(PageTag.Consultation(consultationId));
            }
            var row = await work.RowAsync("""SELECT "Supports" FROM "Comments" WHERE "Id" = @p0""", commentId);
            return Convert.ToInt32(row![0], CultureInfo.InvariantCulture);
        }, ct, FormattableString.Invariant($"comment {commentId}"));
        return new SupportGiven(supports, give);
    }

    private Task<Comment?> TheirsAsync(Guid personId, long commentId, CancellationToken ct) =>
        db.Comments.Include(c => c.Consultation).SingleOrDefaultAsync(c => c.Id == commentId && c.AuthorId == personId && (c.RemovedAt == null || c.EditAskedAt != null), ct);
}
