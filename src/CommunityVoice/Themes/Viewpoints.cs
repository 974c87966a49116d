using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>How often something was said, and how many different viewpoints that are.</summary>
public sealed record SaidCount(int Comments, int Viewpoints);

/// <summary>Comments in nearly the same words: the first that can be seen, how many that can, and of how many people.</summary>
/// <remarks>CopiesOf: what near copies call the first of them. A moderator may be checking that one, or have removed it, so no page and no file names it.</remarks>
public sealed record SameWords(long FirstId, int Comments, int People, long CopiesOf);

/// <summary>Counts comments beside viewpoints: comments in nearly the same words are counted each, and are one viewpoint.</summary>
public static class Viewpoints
{
    public static async Task<SaidCount> CountAsync(this CommunityVoiceDb db, IQueryable<Comment> comments, CancellationToken ct) => new(
        await comments.CountAsync(ct),
        await (from c in comments
               join n in db.NearCopies on c.Id equals n.CommentId into copies
               from n in copies.DefaultIfEmpty()
               select n == null ? c.Id : n.FirstId).Distinct().CountAsync(ct));

    /// <summary>One comment for each viewpoint: of several in nearly the same words, the first of them.</summary>
    public static IQueryable<Comment> OneEach(this CommunityVoiceDb db, IQueryable<Comment> comments) => comments.Where(c =>
        !db.NearCopies.Any(n => n.CommentId == c.Id && db.NearCopies.Any(m => m.FirstId == n.FirstId && m.CommentId < c.Id && comments.Any(o => o.Id == m.CommentId))));

    /// <summary>The comments in nearly the same words as this one that can be seen; alone, just itself.</summary>
    public static async Task<List<long>> InSameWordsAsync(this CommunityVoiceDb db, long commentId, CancellationToken ct)
    {
        var ids = await (from n in db.NearCopies
                         where n.CommentId == commentId
                         join m in db.NearCopies on n.FirstId equals m.FirstId
                         join c in db.Comments.Visible() on m.CommentId equals c.Id
                         orderby c.Id
                         select c.Id).ToListAsync(ct);
        return ids.Count == 0 ? [commentId] : ids;
    }

    /// <summary>These comments and all that can be seen in nearly the same words as one of them.</summary>
    public static async Task<List<long>> WithCopiesAsync(this CommunityVoiceDb db, IReadOnlyCollection<long> commentIds, CancellationToken ct)
    {
        var firsts = db.NearCopies.Where(n => commentIds.Contains(n.CommentId)).Select(n => n.FirstId);
        var copies = await db.Comments.Visible().Where(c => db.NearCopies.Any(n => n.CommentId == c.Id && firsts.Contains(n.FirstId))).Select(c => c.Id).ToListAsync(ct);
        return [.. commentIds.Union(copies)];
    }

    /// <summary>Of these comments, those that others wrote in nearly the same words, with their numbers, by comment.</summary>
    public static async Task<Dictionary<long, SameWords>> SameWordsAsync(this CommunityVoiceDb db, IReadOnlyCollection<long> commentIds, CancellationToken ct)
    {
        var firsts = await db.NearCopies.Where(n => commentIds.Contains(n.CommentId)).Select(n => new { n.CommentId, n.FirstId }).ToListAsync(ct);
        if (firsts.Count == 0) return [];
        var wanted = firsts.Select(f => f.FirstId).Distinct().ToList();
        var groups = (await db.NearCopies.Where(n => wanted.Contains(n.FirstId)).GroupsAsync(db, ct)).ToDictionary(g => g.CopiesOf);
        return firsts.Where(f => groups.ContainsKey(f.FirstId)).ToDictionary(f => f.CommentId, f => groups[f.FirstId]);
    }

    /// <summary>Groups of two comments and more that can be seen. Where there is no account, people are told apart by the name shown; each answer that was entered for somebody is a person of its own, and a meeting's points are nobody's.</summary>
    public static async Task<List<SameWords>> GroupsAsync(this IQueryable<NearCopy> copies, CommunityVoiceDb db, CancellationToken ct)
    {
        var rows = await (from n in copies
                          join c in db.Comments.Visible() on n.CommentId equals c.Id
                          group c by new { n.FirstId, c.AuthorId, Name = c.AuthorId == null && c.Channel == null ? c.AuthorName : "", Entered = c.Channel == null ? 0 : c.Id, IsOfMeeting = c.MeetingId != null } into person
                          select new { person.Key.FirstId, person.Key.IsOfMeeting, Comments = person.Count(), First = person.Min(c => c.Id) }).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.FirstId).Select(g => new SameWords(g.Min(r => r.First), g.Sum(r => r.Comments), g.Count(r => !r.IsOfMeeting), g.Key)).Where(g => g.Comments > 1)
            .OrderByDescending(g => g.Comments).ThenBy(g => g.FirstId)];
    }
}
