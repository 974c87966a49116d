using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Moderation;

/// <summary>A comment as a moderator sees it, with what was reported and what was decided before.</summary>
public sealed record QueueItem(
    long Id, long AreaId, string Slug, string Title, Guid? AuthorId, string AuthorName, Voice Voice, long? SpeaksForId, string? SpeaksFor, string? Area,
    string Body, DateTimeOffset PostedAt, DateTimeOffset? EditedAt, DateTimeOffset? ShownAt, string? HeldBecause, DateTimeOffset? RemovedAt,
    DateTimeOffset? WithdrawnAt, DateTimeOffset? EditAskedAt, DateTimeOffset? WaitingSince,
    long? ParentId, string? ParentAuthor, string? ParentBody, bool HasAddress, ThirdParty? AboutOther, string? Missing, string MissingWords)
{
    public IReadOnlyList<ReportRow> Reports { get; init; } = [];
    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];

    /// <summary>Why this moderator leaves it to a colleague; nothing when they may decide.</summary>
    public string? NotYours { get; init; }

    public bool IsVisible => ShownAt is not null && HeldBecause is null && RemovedAt is null && WithdrawnAt is null;
    public bool MentionsRisk => Reports.Any(r => r.Reason == FlagReason.SomebodyAtRisk && !r.IsSettled);

    /// <summary>What the moderator has seen: a decision or a change after it makes them look again.</summary>
    public string Seen => string.Create(CultureInfo.InvariantCulture, $"{Decisions.Count}.{EditedAt?.UtcTicks / 10 ?? 0}");
}

/// <summary>One report of a comment.</summary>
public sealed record ReportRow(long CommentId, FlagReason Reason, string? Detail, DateTimeOffset At, bool IsSettled);

/// <summary>One decision on a comment.</summary>
public sealed record DecisionRow(long CommentId, DecisionOutcome Outcome, string? Rule, string Reason, string By, DateTimeOffset At);

/// <summary>One page of the queue, and how many wait in all.</summary>
public sealed record QueuePage(IReadOnlyList<QueueItem> Items, int Waiting, int AtRisk, string? Next);

/// <summary>What waits for a moderator in the areas of their remit: held or reported, the oldest first.</summary>
public sealed class ModerationQueue(CommunityVoiceDb db, Permissions permissions)
{
    public const int PageSize = 10;

    public async Task<QueuePage> PageAsync(Guid moderatorId, string? after, bool onlyAtRisk, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(moderatorId, Capability.Moderate, ct);
        var waiting = db.Comments.AsNoTracking().Where(c => c.WaitingSince != null && areas.Contains(c.Consultation.AreaId));
        var atRisk = waiting.Where(c => db.Flags.Any(f => f.CommentId == c.Id && f.DecisionId == null && f.Reason == FlagReason.SomebodyAtRisk));
        var (count, risky) = (await waiting.CountAsync(ct), await atRisk.CountAsync(ct));

        var shown = onlyAtRisk ? atRisk : waiting;
        if (Key(after) is var (since, id)) shown = shown.Where(c => c.WaitingSince > since || (c.WaitingSince == since && c.Id > id));
        var items = await ToItems(shown.OrderBy(c => c.WaitingSince).ThenBy(c => c.Id).Take(PageSize + 1)).ToListAsync(ct);
        var next = items.Count > PageSize ? KeyOf(items[PageSize - 1]) : null;
        return new(await CompleteAsync(items.Take(PageSize).ToList(), moderatorId, ct), count, risky, next);
    }

    /// <summary>Any comment, waiting or not; the page asks for the remit.</summary>
    public async Task<QueueItem?> FindAsync(Guid moderatorId, long commentId, CancellationToken ct)
    {
        var item = await ToItems(db.Comments.AsNoTracking().Where(c => c.Id == commentId)).ToListAsync(ct);
        return (await CompleteAsync(item, moderatorId, ct)).SingleOrDefault();
    }

    private static IQueryable<QueueItem> ToItems(IQueryable<Comment> comments) => comments.Select(c => new QueueItem(
        c.Id, c.Consultation.AreaId, c.Consultation.Slug, c.Consultation.Title, c.AuthorId,
        c.Author != null ? c.Author.DisplayName : c.AuthorName, c.Voice, c.SpeaksForId, c.SpeaksFor!.Name, c.Area!.Name,
        c.Body, c.PostedAt, c.EditedAt, c.ShownAt, c.HeldBecause, c.RemovedAt, c.WithdrawnAt, c.EditAskedAt, c.WaitingSince,
        c.ParentId, c.Parent!.AuthorName, c.Parent!.Body, c.Author!.Email != null, c.AboutOther, c.Missing!.Name, c.MissingWords));

    private async Task<IReadOnlyList<QueueItem>> CompleteAsync(List<QueueItem> items, Guid moderatorId, CancellationToken ct)
    {
        List<long> ids = [.. items.Select(i => i.Id)];
        var reports = (await db.Flags.Where(f => ids.Contains(f.CommentId)).OrderBy(f => f.Id)
            .Select(f => new ReportRow(f.CommentId, f.Reason, f.Detail, f.At, f.DecisionId != null)).ToListAsync(ct)).ToLookup(r => r.CommentId);
        var decisions = (await db.Decisions.Where(d => ids.Contains(d.CommentId)).OrderBy(d => d.Number)
            .Select(d => new DecisionRow(d.CommentId, d.Outcome, d.Rule, d.Reason,
                db.People.Where(p => p.Id == d.ModeratorId).Select(p => p.DisplayName).FirstOrDefault() ?? "A former moderator", d.At))
            .ToListAsync(ct)).ToLookup(d => d.CommentId);
        var own = await permissions.BodiesAsync(moderatorId, ct);
        return [.. items.Select(i => i with { Reports = [.. reports[i.Id]], Decisions = [.. decisions[i.Id]], NotYours = NotYours(i, moderatorId, own) })];
    }

    private static string? NotYours(QueueItem item, Guid moderatorId, List<long> own) =>
        item.AuthorId == moderatorId ? "You wrote this, so somebody else must decide."
        : item.SpeaksForId is { } body && own.Contains(body) ? "It speaks for a body you belong to, so somebody from elsewhere must decide."
        : null;

    private static string KeyOf(QueueItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.WaitingSince!.Value.UtcTicks}-{item.Id}");

    private static (DateTimeOffset Since, long Id)? Key(string? after) =>
        after?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since <= DateTimeOffset.MaxValue.UtcTicks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (new DateTimeOffset(since, TimeSpan.Zero), last)
            : null;
}
