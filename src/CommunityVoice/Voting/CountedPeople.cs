using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// How many people a vote on statements counts: those with a mark in the public record on a statement that can be seen. Whoever marked only what a moderator
/// took out is in no total, list or group, so they are not among the people either.
/// </summary>
public static class CountedPeople
{
    /// <summary>Call it after the comment behind a statement came into sight or left it, in the same transaction.</summary>
    public static async Task FollowAsync(CommunityVoiceDb db, long commentId, CancellationToken ct)
    {
        var ballots = await db.Priorities.Where(p => p.CommentId == commentId && p.SealedPeople > 0 && p.Ballot.Method == BallotMethod.AgreeDisagreePass).Select(p => p.BallotId).ToListAsync(ct);
        foreach (var id in ballots)
        {
            // The sealer waits meanwhile, so that neither overwrites what the other counted.
            if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Ballots" WHERE "Id" = {id} FOR UPDATE""", ct);
            var people = await InRecordAsync(db, id, ct);
            await db.Ballots.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.SealedPapers, people), ct);
        }
    }

    internal static Task<int> InRecordAsync(CommunityVoiceDb db, long ballotId, CancellationToken ct)
    {
        var offered = db.Priorities.Offered();
        return db.Marks.Where(m => m.BallotId == ballotId && m.SealedValue != null && offered.Any(p => p.Id == m.PriorityId)).Select(m => m.ParticipantId).Distinct().CountAsync(ct);
    }
}
