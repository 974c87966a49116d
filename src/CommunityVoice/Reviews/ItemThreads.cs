using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Follows;
using CommunityVoice.Frameworks;
using CommunityVoice.Markup;
using CommunityVoice.Notifications;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>An action as a discussion that ended in it leads there: by the words of the newest version.</summary>
public sealed record EndedIn(string Title, string Strategy, string Href)
{
    /// <summary>By the id of the thread.</summary>
    public static async Task<ILookup<long, EndedIn>> OfAsync(CommunityVoiceDb db, IReadOnlyCollection<long> threadIds, CancellationToken ct) =>
        (await db.Set<ThreadAction>().AsNoTracking().Where(a => threadIds.Contains(a.ThreadId)).OrderBy(a => a.StrategyId).ThenBy(a => a.Action).Select(a => new
        {
            a.ThreadId,
            a.Action,
            a.Strategy.Slug,
            Strategy = db.StrategyVersions.Newest().Where(v => v.StrategyId == a.StrategyId).Select(v => v.Title).FirstOrDefault(),
            Title = db.StrategyVersions.Newest().Where(v => v.StrategyId == a.StrategyId).SelectMany(v => v.Actions).Where(x => x.Number == a.Action).Select(x => x.Title).FirstOrDefault(),
        }).ToListAsync(ct)).ToLookup(a => a.ThreadId, a => new EndedIn(
            a.Title ?? $"Action {a.Action}, which a later version took out", a.Strategy ?? "", $"/strategies/{a.Slug}{(a.Title is null ? "/changes" : $"#action-{a.Action}")}"));
}

/// <summary>What staff do with discussions that must end, each step saved with its entry in the record; whoever took part is told with their next letter.</summary>
public sealed class ItemThreads(CommunityVoiceDb db, ReviewDesk desk, AreaTree tree, ContributorNews news, SiteAddress address, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Threads of the consultations of a review that can be tied to an item, with most answers first.</summary>
    public Task<List<Comment>> OfferedAsync(Review review, CancellationToken ct) =>
        db.Comments.Visible().Include(c => c.Consultation).Where(c => c.RootId == null && c.Consultation.ReviewId == review.Id && c.Consultation.PublishedAt != null)
            .OrderByDescending(c => c.Replies).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);

    /// <summary>Actions of published strategies that reach the area of a review, or a part of it.</summary>
    public async Task<List<StrategyAction>> ActionsAsync(Review review, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var (around, within) = (await tree.AroundAsync(review.AreaId, today, ct), await tree.WithinAsync(review.AreaId, today, ct));
        return await db.StrategyVersions.Newest().Where(v => around.Contains(v.Strategy.AreaId) || within.Contains(v.Strategy.AreaId))
            .SelectMany(v => v.Actions).Include(a => a.Version.Strategy).OrderBy(a => a.Version.StrategyId).ThenBy(a => a.Number).ToListAsync(ct);
    }

    public Task<bool> TieAsync(Review review, FrameworkItem item, Comment root, DateOnly endsOn, Body by, Guid byId, CancellationToken ct)
    {
        review.Tie(item, root, endsOn, by, byId, clock.GetUtcNow());
        return desk.SaveAsync(review, byId, "discussion-tied", $"Comment {root.Id} to {item.Code}, to end by {endsOn:yyyy-MM-dd}", ct);
    }

    /// <summary>Ends it in public. The thread is loaded with its review, its item and its first comment.</summary>
    public async Task<bool> EndAsync(ItemThread thread, IReadOnlyList<StrategyAction> actions, string noActionBecause, Guid byId, CancellationToken ct)
    {
        thread.End([.. actions.Select(a => new ActionRef(a.Version.Strategy, a.Number))], noActionBecause, byId, clock.GetUtcNow());
        var took = db.Comments.Visible().Where(c => (c.Id == thread.RootId || c.RootId == thread.RootId) && !c.IsOfficial);
        var people = await db.People.AsNoTracking().Where(p => took.Any(c => c.AuthorId == p.Id)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["item"] = thread.Item.Title,
            ["place"] = thread.Review.Area.Name,
            ["ending"] = actions.Count > 0 ? string.Join("\n", actions.Select(a => a.Title)) : $"No action, because: {noActionBecause}",
            ["said"] = Beginning(thread.Root),
            ["link"] = address.To($"/consultations/{thread.Root.Consultation.Slug}/comments/{thread.RootId}"),
        };
        foreach (var person in people) news.Owe(person, $"item-thread-{thread.Id}-ended", "discussion-ended", fields);
        return await desk.SaveAsync(thread.Review, byId, "discussion-ended", actions.Count > 0 ? $"Thread {thread.Id}: {string.Join(", ", actions.Select(a => $"action {a.Number} of {a.Version.Strategy.Slug}"))}" : $"Thread {thread.Id}: no action, because {noActionBecause}", ct);
    }

    // Whoever took their words back, or did not want to be quoted, is not quoted to the others.
    private static string Beginning(Comment root) => !root.IsVisible ? "(the first comment is gone)" : root.IsNotToBeQuoted ? "(the first comment is not to be quoted)" : Cut(CleanText.OfMarkdown(root.Body));

    private static string Cut(string text) => text.Length > 120 ? text[..119] + "…" : text;
}
