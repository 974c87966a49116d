using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Markup;
using CommunityVoice.Notifications;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>What became of answering an idea.</summary>
public enum IdeaOutcome
{
    Done,
    AlreadyAnswered,

    /// <summary>Nobody answers an idea of their own.</summary>
    TheirOwn,

    /// <summary>No body of theirs looks after ideas there.</summary>
    NoBody,

    /// <summary>No listening space is open where it could be shown.</summary>
    NoListeningSpace,
}

/// <summary>
/// Takes in people's ideas and has them answered. An idea is private until a body adopts it; then it stands in the area's listening
/// space, credited to whoever had it.
/// </summary>
public sealed class Suggestions(
    CommunityVoiceDb db, Authors authors, AreaTree tree, ContributorNews news, SiteAddress site, SearchIndex search, TimeProvider clock)
{
    public const int MostAtOnce = 5;
    public static readonly TimeSpan Spell = TimeSpan.FromMinutes(10);

    /// <summary>Puts the idea into the supporters' queue; none when too many came at once. The same idea twice is one.</summary>
    public Task<Idea?> SendAsync(Guid personId, long areaId, string title, string body, CancellationToken ct) => db.TransactAsync<Idea?>(async () =>
    {
        var (now, words) = (clock.GetUtcNow(), CleanText.Of(body));
        title = CleanText.OneLine(title);
        var since = now - Spell;
        var recent = await db.Ideas.Where(i => i.AuthorId == personId && i.PostedAt > since).ToListAsync(ct);
        if (recent.Find(i => i.AreaId == areaId && i.Title == title && i.Body == words) is { } same) return same;
        if (recent.Count >= MostAtOnce) return null;

        var idea = new Idea(await db.Areas.SingleAsync(a => a.Id == areaId, ct), personId, title, words, now);
        db.Ideas.Add(idea);
        await db.SaveChangesAsync(ct);
        await TellAsync(idea, "idea-received", [], ct);
        return idea;
    }, ct);

    public Task<IdeaOutcome> TakeOnAsync(Guid supporterId, long ideaId, CancellationToken ct) => AnswerAsync(supporterId, ideaId, "idea.taken-on", (idea, _) =>
    {
        idea.TakeOn(supporterId);
        return Task.FromResult(IdeaOutcome.Done);
    }, ct);

    /// <summary>Shows it in the area's listening space, as its author's.</summary>
    public Task<IdeaOutcome> AdoptAsync(Guid supporterId, long ideaId, string note, CancellationToken ct) => AnswerAsync(supporterId, ideaId, "idea.adopted", async (idea, now) =>
    {
        var around = await tree.AroundAsync(idea.AreaId, UkTime.Day(now), ct);
        if (await BodyAsync(supporterId, around, UkTime.Day(now), ct) is not { } body) return IdeaOutcome.NoBody;
        var space = await db.Consultations.OpenAt(now).Where(c => c.IsListeningSpace && around.Contains(c.AreaId) && (c.Area.EndsOn == null || c.Area.EndsOn > UkTime.Day(now)))
            .OrderByDescending(c => c.AreaId == idea.AreaId).ThenBy(c => c.Id).FirstOrDefaultAsync(ct);
        if (space is null) return IdeaOutcome.NoListeningSpace;

        var author = idea.AuthorId is { } person ? await authors.OfAsync(person, space, null, ct) : new Author(null, "Somebody", People.Voice.NotSaid);
        var comment = new Comment(space, author!, $"**{idea.Title.Replace("*", "", StringComparison.Ordinal)}**\n\n{idea.Body}".Trim(), now);
        idea.TakeOn(supporterId);
        idea.Adopt(body, comment, now);
        await db.SaveChangesAsync(ct);
        await CommentCounts.ShownAsync(db, comment, ct);
        await search.PutAsync(SearchKind.Idea, idea.Id, idea.Title, idea.Body, $"/ideas/{idea.Id}", now, ct);
        await TellAsync(idea, "idea-adopted", new() { ["note"] = note, ["supporter"] = body.Name }, ct);
        return IdeaOutcome.Done;
    }, ct);

    public Task<IdeaOutcome> DeclineAsync(Guid supporterId, long ideaId, string reason, CancellationToken ct) => AnswerAsync(supporterId, ideaId, "idea.declined", async (idea, now) =>
    {
        var around = await tree.AroundAsync(idea.AreaId, UkTime.Day(now), ct);
        if (await BodyAsync(supporterId, around, UkTime.Day(now), ct) is not { } body) return IdeaOutcome.NoBody;
        idea.TakeOn(supporterId);
        idea.Decline(reason, now);
        await TellAsync(idea, "idea-declined", new() { ["reason"] = reason, ["supporter"] = body.Name }, ct);
        return IdeaOutcome.Done;
    }, ct);

    private Task<IdeaOutcome> AnswerAsync(Guid supporterId, long ideaId, string verb, Func<Idea, DateTimeOffset, Task<IdeaOutcome>> answer, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            // Taken for writing first, so that of two supporters who answer at once the second sees that it is answered.
            await db.Ideas.Where(i => i.Id == ideaId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Title, i => i.Title), ct);
            var (idea, now) = (await db.Ideas.SingleAsync(i => i.Id == ideaId, ct), clock.GetUtcNow());
            if (!idea.IsWaiting) return IdeaOutcome.AlreadyAnswered;
            if (idea.AuthorId == supporterId) return IdeaOutcome.TheirOwn;
            var outcome = await answer(idea, now);
            if (outcome != IdeaOutcome.Done) return outcome;
            db.ActivityEntries.Add(new ActivityEntry(supporterId, verb, "Idea", ideaId, null, now));
            await db.SaveChangesAsync(ct);
            return outcome;
        }, ct);

    private Task<Body?> BodyAsync(Guid supporterId, HashSet<long> around, DateOnly today, CancellationToken ct) => db.Memberships
        .Where(m => m.PersonId == supporterId && m.EndedAt == null && (m.Capabilities & Capability.SupportIdeas) != Capability.None)
        .Where(m => m.Body.Remits.Any(r => around.Contains(r.AreaId) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn) && (r.Capabilities & Capability.SupportIdeas) != Capability.None))
        .OrderBy(m => m.BodyId).Select(m => m.Body).FirstOrDefaultAsync(ct);

    private async Task TellAsync(Idea idea, string kind, Dictionary<string, string> fields, CancellationToken ct)
    {
        if (idea.AuthorId is not { } author) return;
        (fields["title"], fields["link"]) = (idea.Title, site.To($"/ideas/{idea.Id}"));
        news.Owe(author, $"{kind}-{idea.Id}", kind, fields);
        await db.SaveChangesAsync(ct);
    }
}
