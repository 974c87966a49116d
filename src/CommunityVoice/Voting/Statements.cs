using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What became of a statement that somebody added.</summary>
public enum StatementOutcome
{
    /// <summary>It waits for a moderator and joins the ballot when it is published.</summary>
    Held,

    /// <summary>The ballot offers, or a moderator already has, these very words.</summary>
    AlreadyThere,
    TooMany,
    Closed,
}

/// <summary>
/// Takes statements of people's own for a ballot of agree, disagree and pass. Each is a comment of the consultation too, so that it is moderated,
/// reported, coded and followed like any other; it is offered only while that comment can be seen.
/// </summary>
public sealed class Statements(CommunityVoiceDb db, Authors authors, TimeProvider clock)
{
    public const int MaxLength = Priority.TitleMaxLength;

    /// <summary>How many one person may have added to one ballot.</summary>
    public const int MostEach = 10;

    /// <summary>What the author is told, and the moderator.</summary>
    public const string Because = "A statement for people to agree or disagree with is read by a moderator first.";

    public Task<StatementOutcome> AddAsync(long ballotId, Guid personId, string text, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var body = string.Join(' ', CleanText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(body.Length, MaxLength, nameof(text));
        var ballot = await db.Ballots.Include(b => b.Consultation).SingleAsync(b => b.Id == ballotId, ct);
        if (!ballot.TakesStatements || !ballot.TakesVotesAt(now)) return StatementOutcome.Closed;
        var there = await db.Priorities.Where(p => p.BallotId == ballotId)
            .Select(p => new { p.Title, p.Order, Author = p.Comment!.AuthorId, IsOut = p.Comment != null && (p.Comment.RemovedAt != null || p.Comment.WithdrawnAt != null) }).ToListAsync(ct);
        if (there.Exists(p => !p.IsOut && string.Equals(p.Title, body, StringComparison.OrdinalIgnoreCase))) return StatementOutcome.AlreadyThere;
        if (there.Count(p => p.Author == personId) >= MostEach) return StatementOutcome.TooMany;

        var author = (await authors.OfAsync(personId, ballot.Consultation, null, ct))!;
        var comment = new Comment(ballot.Consultation, author, body, now);
        comment.Hold(Because, now);
        db.Comments.Add(comment);
        await db.SaveChangesAsync(ct); // gives the comment its id
        db.Priorities.Add(Priority.OfComment(ballot, comment, body, "", there.Select(p => p.Order).DefaultIfEmpty().Max() + 1));
        await db.SaveChangesAsync(ct);
        return StatementOutcome.Held;
    }, ct);
}
