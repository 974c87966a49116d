using System.Globalization;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>The order in which threads are shown.</summary>
public enum ThreadOrder
{
    Newest,
    Oldest,
    MostSupported,
}

/// <summary>Why the words of a comment cannot be seen, though it keeps its place.</summary>
public enum Gone
{
    No,
    Withdrawn,
    Removed,
    Held,
}

/// <summary>A comment as a discussion shows it.</summary>
public sealed record CommentRow(
    long Id, long? RootId, long? ParentId, string AuthorName, Voice Voice, string? BodyName, string? BodySlug, bool IsOfficial, string? AreaName,
    string Words, DateTimeOffset PostedAt, DateTimeOffset? EditedAt, int Supports, int Replies, Gone Gone, string? RemovedRule)
{
    /// <summary>Where it came from; none for what was written on the site.</summary>
    public CommentOrigin? Origin { get; init; }

    /// <summary>The section of a document it is about.</summary>
    public CommentSection? Section { get; init; }

    /// <summary>What was missing in what it tells, from the list and in their own words.</summary>
    public string? Missing { get; init; }
    public string MissingWords { get; init; } = "";
}

/// <summary>The section that a comment is about, and the version of its document then.</summary>
public sealed record CommentSection(string Document, string Anchor, string Heading, int Version);

/// <summary>How a comment came from outside the site, who entered it, and the meeting at which it was said.</summary>
public sealed record CommentOrigin(EntryChannel Channel, string? EnteredFor, long? MeetingId, int? MeetingPeople);

/// <summary>Where a page begins or ends: the id, and the support where that decides the order.</summary>
public sealed record ThreadKey(int Supports, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Supports}-{Id}");

    /// <summary>The key in an address; none when it is no key, and then paging begins at the start.</summary>
    public static ThreadKey? Read(string? text) => text?.Split('-') is [var supports, var id]
        && int.TryParse(supports, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? new(s, i) : null;
}

/// <summary>Which page of threads is wanted.</summary>
public sealed record ThreadQuestion(long ConsultationId, ThreadOrder Order = ThreadOrder.Newest, ThreadKey? After = null, ThreadKey? Before = null);

/// <summary>One page: comments in reading order, each answer below what it answers, and the keys of the pages around it.</summary>
public sealed record ThreadPage(IReadOnlyList<CommentRow> Comments, ThreadKey? Before, ThreadKey? After)
{
    /// <summary>Threads of which more answers exist than are shown here.</summary>
    public IReadOnlySet<long> Cut { get; init; } = new HashSet<long>();
}

/// <summary>
/// Reads discussions: first comments by key, never by offset, and only their answers, so that a page costs the same at a hundred
/// comments and at a hundred thousand.
/// </summary>
public sealed class Threads(CommunityVoiceDb db)
{
    public const int ThreadsOnPage = 25;
    public const int CommentsOnPage = 50;
    public const int AnswersShown = 5;

    public async Task<ThreadPage> PageAsync(ThreadQuestion asked, CancellationToken ct)
    {
        var (rows, back) = (await RootsAsync(asked, ct), asked.Before is not null);
        var more = rows.Count > ThreadsOnPage;
        if (more) rows.RemoveAt(ThreadsOnPage);
        if (back) rows.Reverse();
        if (rows is []) return new([], null, null);

        var answers = (await AnswersAsync([.. rows.Select(r => r.Id)], ct)).ToLookup(r => r.RootId);
        var shown = Share([.. rows.Select(r => Math.Min(answers[r.Id].Count(), AnswersShown))]);
        var comments = rows.SelectMany((root, i) => Tree.InReadingOrder([root, .. answers[root.Id].Take(shown[i])])).ToList();
        return new(comments,
            back ? more ? KeyOf(rows[0]) : null : asked.After is null ? null : KeyOf(rows[0]),
            back || more ? KeyOf(rows[^1]) : null)
        {
            Cut = rows.Where((r, i) => answers[r.Id].Count() > shown[i]).Select(r => r.Id).ToHashSet(),
        };
    }

    /// <summary>
    /// The thread that a comment belongs to: whole where it is short; otherwise the stretch around the comment or from a key on,
    /// with its first comment and what the comment answers.
    /// </summary>
    public async Task<ThreadPage?> ThreadAsync(long consultationId, long commentId, long? after, long? before, CancellationToken ct)
    {
        var placed = db.Comments.Where(c => c.ConsultationId == consultationId).Placed();
        if (await placed.Where(c => c.Id == commentId).Select(c => new { Root = c.RootId ?? c.Id }).SingleOrDefaultAsync(ct) is not { } found) return null;

        var answers = db.Comments.Placed().Where(c => c.RootId == found.Root);
        const int most = CommentsOnPage - 1;
        var root = await Rows(db.Comments.Where(c => c.Id == found.Root)).SingleAsync(ct);
        List<CommentRow> stretch;
        if (before is not null) stretch = await Rows(answers.Where(c => c.Id < before).OrderByDescending(c => c.Id).Take(most)).ToListAsync(ct);
        else if (after is not null || commentId == found.Root) stretch = await Rows(answers.Where(c => c.Id > (after ?? 0)).OrderBy(c => c.Id).Take(most)).ToListAsync(ct);
        else
        {
            stretch = await Rows(answers.OrderBy(c => c.Id).Take(most + 1)).ToListAsync(ct);
            if (stretch.Count > most || !stretch.Exists(c => c.Id == commentId))
            {
                stretch = await Rows(answers.Where(c => c.Id <= commentId).OrderByDescending(c => c.Id).Take(most / 2)).ToListAsync(ct);
                stretch.AddRange(await Rows(answers.Where(c => c.Id > commentId).OrderBy(c => c.Id).Take(most - stretch.Count)).ToListAsync(ct));
            }
        }
        stretch.Sort((a, b) => a.Id.CompareTo(b.Id));
        var (first, last) = (stretch.FirstOrDefault()?.Id ?? 0, stretch.LastOrDefault()?.Id ?? 0);
        var hasBefore = first > 0 && await answers.AnyAsync(c => c.Id < first, ct);
        var hasAfter = last > 0 && await answers.AnyAsync(c => c.Id > last, ct);
        return new(Tree.InReadingOrder([root, .. stretch]), hasBefore ? new(0, first) : null, hasAfter ? new(0, last) : null);
    }

    private Task<List<CommentRow>> RootsAsync(ThreadQuestion asked, CancellationToken ct)
    {
        var roots = db.Comments.Placed().Where(c => c.ConsultationId == asked.ConsultationId && c.RootId == null);
        var key = asked.Before ?? asked.After;
        // Going back is going forward in the opposite order.
        var descending = asked.Order != ThreadOrder.Oldest == (asked.Before is null);
        if (asked.Order == ThreadOrder.MostSupported)
        {
            // "At most this support" is what lets the index begin in the right place.
            if (key is not null)
            {
                roots = descending
                    ? roots.Where(c => c.Supports <= key.Supports && (c.Supports < key.Supports || c.Id < key.Id))
                    : roots.Where(c => c.Supports >= key.Supports && (c.Supports > key.Supports || c.Id > key.Id));
            }
            roots = descending ? roots.OrderByDescending(c => c.Supports).ThenByDescending(c => c.Id) : roots.OrderBy(c => c.Supports).ThenBy(c => c.Id);
        }
        else
        {
            if (key is not null) roots = descending ? roots.Where(c => c.Id < key.Id) : roots.Where(c => c.Id > key.Id);
            roots = descending ? roots.OrderByDescending(c => c.Id) : roots.OrderBy(c => c.Id);
        }
        return Rows(roots.Take(ThreadsOnPage + 1)).ToListAsync(ct);
    }

    /// <summary>The first answers in each of these threads, one more than is ever shown: one seek in the index a thread, in one query.</summary>
    private async Task<List<CommentRow>> AnswersAsync(List<long> roots, CancellationToken ct)
    {
        var each = string.Create(CultureInfo.InvariantCulture, $"ORDER BY \"Id\" LIMIT {AnswersShown + 1}");
        var sql = string.Join(" UNION ALL ", roots.Select((_, i) =>
            $$"""SELECT * FROM (SELECT * FROM "Comments" WHERE "RootId" = {{{i}}} AND "ShownAt" IS NOT NULL {{each}}) t{{i}}"""));
        var rows = await Rows(db.Comments.FromSqlRaw(sql, [.. roots.Cast<object>()])).ToListAsync(ct);
        rows.Sort((a, b) => a.Id.CompareTo(b.Id));
        return rows;
    }

    /// <summary>Comments as discussions and files show them.</summary>
    public static IQueryable<CommentRow> Rows(IQueryable<Comment> comments) => comments.AsNoTracking().Select(c => new CommentRow(
        c.Id, c.RootId, c.ParentId, c.AuthorName, c.Voice, c.SpeaksFor == null ? null : c.SpeaksFor.Name, c.SpeaksFor == null ? null : c.SpeaksFor.Slug,
        c.IsOfficial, c.Area == null ? null : c.Area.Name, c.Body, c.PostedAt, c.EditedAt, c.Supports, c.Replies,
        c.RemovedAt != null ? Gone.Removed : c.WithdrawnAt != null ? Gone.Withdrawn : c.HeldAt != null ? Gone.Held : Gone.No, c.RemovedRule)
    {
        Origin = c.Channel == null ? null : new CommentOrigin(c.Channel.Value, c.EnteredFor!.Name, c.MeetingId, (int?)c.Meeting!.People),
        Missing = c.MissingId == null ? null : c.Missing!.Name,
        MissingWords = c.MissingWords,
        Section = c.SectionId == null ? null : new CommentSection(c.Section!.Version.Document.Slug, c.Section.Anchor, c.Section.Heading, c.Section.Version.Number),
    });

    /// <summary>Shares the places left on a page: one answer to each thread in turn, so that no thread takes them all.</summary>
    private static int[] Share(int[] wanted)
    {
        var given = new int[wanted.Length];
        var left = CommentsOnPage - wanted.Length;
        for (var round = 1; round <= AnswersShown; round++)
        {
            for (var i = 0; i < wanted.Length && left > 0; i++)
            {
                if (wanted[i] < round) continue;
                given[i]++;
                left--;
            }
        }
        return given;
    }

    private static ThreadKey KeyOf(CommentRow row) => new(row.Supports, row.Id);
}
