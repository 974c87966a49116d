using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Voting;

/// <summary>A mark that somebody gave and that counts now.</summary>
public sealed record OwnMark(long Statement, string Title, int Value, bool IsOffered);

/// <summary>Gives one mark. The receipt code of somebody's first on a ballot stands for all that follow.</summary>
public sealed class OneMark(Voters voters, Participants participants, Marking marking)
{
    /// <summary>New only when it is the first: then the code is shown.</summary>
    public async Task<CastResult> GiveAsync(Ballot ballot, Guid personId, long statement, int value, CancellationToken ct)
    {
        var before = await voters.AtAsync(ballot, personId, ct);
        var participant = before.ParticipantId ?? await participants.ForAsync(personId, ct);
        var cast = await marking.MarkAsync(ballot.Id, participant, statement, value, ct);
        return cast with { IsNew = cast.IsNew && before.Receipt is null };
    }
}

/// <summary>Reads what somebody marked.</summary>
public static class OwnMarks
{
    /// <summary>The marks that one voter gave on a ballot and did not take back, all of them or those on some statements, in the order of the statements.</summary>
    public static async Task<List<OwnMark>> OwnMarksAsync(this CommunityVoiceDb db, long ballotId, Guid? participantId, CancellationToken ct, params long?[] only)
    {
        var offered = db.Priorities.Offered();
        return await (from mark in db.Marks.AsNoTracking()
                      where mark.BallotId == ballotId && mark.ParticipantId == participantId && mark.Value != null && (only.Length == 0 || only.Contains(mark.PriorityId))
                      join statement in db.Priorities on mark.PriorityId equals statement.Id
                      orderby statement.Order, statement.Id
                      select new OwnMark(statement.Id, statement.Title, mark.Value!.Value, offered.Any(o => o.Id == statement.Id))).ToListAsync(ct);
    }
}
