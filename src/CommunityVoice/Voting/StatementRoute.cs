using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Where somebody stands among the statements of a ballot: which comes next, how many they marked, and how many there are.</summary>
public sealed record StatementWay(long? Next, int Marked, int Offered)
{
    public bool IsDone => Next is null;
}

/// <summary>Says which statement somebody sees next: one they have not marked, those with the fewest marks first, equal ones in an order of this person's own.</summary>
/// <remarks>Only marks in the public record count here, so that the order tells nothing that is not public yet.</remarks>
public sealed class StatementRoute(CommunityVoiceDb db)
{
    public async Task<StatementWay> OfAsync(Ballot ballot, Guid personId, Guid? participantId, CancellationToken ct)
    {
        var offered = await db.Priorities.Offered().Where(p => p.BallotId == ballot.Id)
            .OrderBy(p => p.Order).ThenBy(p => p.Id).Select(p => new StatementStand(p.Id, p.SealedPeople)).ToListAsync(ct);
        var marked = await db.Marks.Where(m => m.BallotId == ballot.Id && m.ParticipantId == participantId && m.Value != null).Select(m => m.PriorityId).ToHashSetAsync(ct);
        var left = offered.FindAll(s => !marked.Contains(s.Id));
        var next = ballot.MixesOptions ? InOrder(left, personId).FirstOrDefault() : left.Select(s => s.Id).FirstOrDefault();
        return new(next == 0 ? null : next, offered.Count - left.Count, offered.Count);
    }

    /// <summary>Statements in the order in which this person sees them.</summary>
    public static IEnumerable<long> InOrder(IEnumerable<StatementStand> statements, Guid personId) =>
        statements.OrderBy(s => s.Marks).ThenBy(s => BallotQueries.MixKey(personId, s.Id), StringComparer.Ordinal).Select(s => s.Id);
}

/// <summary>A statement and how many people in the public record marked it.</summary>
public sealed record StatementStand(long Id, int Marks);
