using CommunityVoice.Data;
using CommunityVoice.Search;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>
/// What follows from a comment coming into sight or leaving it: the counts that pages show, and whether it can be found.
/// Call it after saving the comment, in the same transaction, once for each change of <see cref="Comment.IsVisible"/>, and for what
/// counts without being public when it begins and ends to count.
/// </summary>
public static class CommentCounts
{
    public static Task ShownAsync(CommunityVoiceDb db, Comment comment, CancellationToken ct) => ChangeAsync(db, comment, +1, ct);

    public static Task HiddenAsync(CommunityVoiceDb db, Comment comment, CancellationToken ct) => ChangeAsync(db, comment, -1, ct);

    /// <summary>Counts everything anew, for after an import or a doubt.</summary>
    public static Task RecountAsync(CommunityVoiceDb db, long consultationId, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var visible = db.Comments.Where(c => c.ConsultationId == consultationId).Visible();
        var comments = await visible.CountAsync(ct);
        var people = await visible.Where(c => c.AuthorId != null).Select(c => c.AuthorId).Distinct().CountAsync(ct)
            + await visible.Where(c => c.AuthorId == null && c.Channel == null).Select(c => c.AuthorName).Distinct().CountAsync(ct)
            + await db.Comments.Where(c => c.ConsultationId == consultationId).Counted().CountAsync(c => c.Channel != null && c.MeetingId == null, ct);
        await db.Consultations.Where(c => c.Id == consultationId).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Comments, comments).SetProperty(c => c.People, people), ct);
        await db.Comments.Where(c => c.ConsultationId == consultationId && c.RootId == null).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Replies, c => db.Comments.Visible().Count(r => r.RootId == c.Id)), ct);
        db.Touch(PageTag.Consultation(consultationId), PageTag.Lists);
    }, ct);

    private static Task ChangeAsync(CommunityVoiceDb db, Comment comment, int by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        // The counter first: its row stays locked until the commit, so the question about the author cannot be answered twice at once.
        await db.Consultations.Where(c => c.Id == comment.ConsultationId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Comments, c => c.Comments + (comment.CountedAt == null ? by : 0)), ct);
        // A meeting is one note, however many points it made and however many people came.
        if (comment.MeetingId is null && !await AuthorHasAnotherAsync(db, comment, ct))
        {
            await db.Consultations.Where(c => c.Id == comment.ConsultationId)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.People, c => c.People + by), ct);
        }
        if (comment.RootId is { } root)
        {
            await db.Comments.Where(c => c.Id == root).ExecuteUpdateAsync(set => set.SetProperty(c => c.Replies, c => c.Replies + by), ct);
        }
        await IndexAsync(db, comment, by > 0, ct);
        await CountedPeople.FollowAsync(db, comment.Id, ct);
        db.Touch(PageTag.Consultation(comment.ConsultationId), PageTag.Lists);
    }, ct);

    private static Task<bool> AuthorHasAnotherAsync(CommunityVoiceDb db, Comment comment, CancellationToken ct)
    {
        var others = db.Comments.Where(c => c.ConsultationId == comment.ConsultationId && c.Id != comment.Id).Visible();
        return comment.AuthorId is { } author
            ? others.AnyAsync(c => c.AuthorId == author, ct)
            : comment.Channel is not null ? Task.FromResult(false) // each answer that was entered is somebody of their own
            : others.AnyAsync(c => c.AuthorId == null && c.Channel == null && c.AuthorName == comment.AuthorName, ct);
    }

    private static async Task IndexAsync(CommunityVoiceDb db, Comment comment, bool shown, CancellationToken ct)
    {
        var index = new SearchIndex(db);
        if (shown && comment.IsVisible) await index.PutAsync(comment, ct);
        else await index.RemoveAsync(SearchKind.Comment, comment.Id, ct);
    }
}
