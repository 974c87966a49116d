using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Voting;

/// <summary>What somebody at the statements of a ballot sees next: the statement, unless all are marked, and how far they are.</summary>
public sealed record StatementTurn(StatementWay Way, Priority? Shown)
{
    /// <summary>What they said of it, which counts.</summary>
    public int? Marked { get; init; }

    /// <summary>What they said of it before signing in, which does not count yet.</summary>
    public int? Before { get; init; }

    /// <summary>What was marked a moment ago, to be changed at once.</summary>
    public OwnMark? Last { get; init; }
}

/// <summary>Finds the statement whose turn it is.</summary>
public sealed class StatementTurns(CommunityVoiceDb db, StatementRoute route, KeptChoices kept)
{
    public async Task<StatementTurn> OfStrangerAsync(Ballot ballot, HttpContext context, CancellationToken ct)
    {
        var way = await route.OfAsync(ballot, kept.Holder(context), null, ct);
        return new(way, await OfferedAsync(ballot.Id, way.Next, ct));
    }

    /// <summary>The one that was asked for, the one marked before signing in, or the next; none where it is not offered any more.</summary>
    public async Task<StatementTurn> OfAsync(Ballot ballot, Voter voter, HttpContext context, long? asked, long? after, CancellationToken ct)
    {
        var way = await route.OfAsync(ballot, voter.PersonId, voter.ParticipantId, ct);
        var (shown, before) = asked is null ? await BeforeAsync(ballot.Id, context, ct) : default;
        shown ??= await OfferedAsync(ballot.Id, asked ?? way.Next, ct);
        var own = await db.OwnMarksAsync(ballot.Id, voter.ParticipantId, ct, shown?.Id, after);
        return new(way, shown) { Before = before, Marked = own.Find(m => m.Statement == shown?.Id)?.Value, Last = own.Find(m => m.Statement == after) };
    }

    private async Task<(Priority? Shown, int? Value)> BeforeAsync(long ballotId, HttpContext context, CancellationToken ct)
    {
        if (kept.Of(context, ballotId) is not { Length: > 0 } text) return default;
        var (statement, value) = MarkText.Read(text);
        return await OfferedAsync(ballotId, statement, ct) is { } shown ? (shown, value) : default;
    }

    private Task<Priority?> OfferedAsync(long ballotId, long? statement, CancellationToken ct) =>
        db.Priorities.AsNoTracking().Offered().SingleOrDefaultAsync(p => p.BallotId == ballotId && p.Id == statement, ct);
}
