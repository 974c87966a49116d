using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis.Opinion;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Where somebody stands among the statements of a ballot: which comes next, how many they marked, and how many there are.</summary>
public sealed record StatementWay(long? Next, int Marked, int Offered)
{
    public bool IsDone => Next is null;
}

/// <summary>
/// Says which statement somebody sees next, of those they have not marked: drawn by how much a mark on it would teach (<see cref="StatementRouting"/>);
/// before that is worked out, those with the fewest marks first, equal ones in an order of this person's own.
/// </summary>
/// <remarks>
/// Only marks in the public record count here, so that the order tells nothing that is not public yet. The draw is this person's own and the same until
/// they mark the statement, so that looking again shows the same one. A ballot that keeps its order is followed in that order.
/// </remarks>
public sealed class StatementRoute(CommunityVoiceDb db)
{
    public async Task<StatementWay> OfAsync(Ballot ballot, Guid personId, Guid? participantId, CancellationToken ct)
    {
        var offered = await db.Priorities.Offered().Where(p => p.BallotId == ballot.Id)
            .OrderBy(p => p.Order).ThenBy(p => p.Id).Select(p => new StatementStand(p.Id, p.SealedPeople)).ToListAsync(ct);
        var marked = await db.Marks.Where(m => m.BallotId == ballot.Id && m.ParticipantId == participantId && m.Value != null).Select(m => m.PriorityId).ToHashSetAsync(ct);
        var left = offered.FindAll(s => !marked.Contains(s.Id));
        var weights = ballot.MixesOptions && left.Count > 1 ? await WeightsAsync(ballot.Id, ct) : [];
        var next = weights.Count > 0 ? Drawn(left, weights, personId, marked.Count)
            : ballot.MixesOptions ? InOrder(left, personId).FirstOrDefault()
            : left.Select(s => s.Id).FirstOrDefault();
        return new(next == 0 ? null : next, offered.Count - left.Count, offered.Count);
    }

    /// <summary>The statement drawn for this person's next mark; one that has no weight yet is as welcome as one that nobody has marked.</summary>
    public static long Drawn(IEnumerable<StatementStand> statements, IReadOnlyDictionary<long, double> weights, Guid personId, int marked)
    {
        var unseen = OpinionMeasures.Priority(default, 0);
        var draw = long.Parse(BallotQueries.MixKey(personId, marked).AsSpan(0, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / (double)(1L << 48);
        return StatementRouting.Next(statements.Select(s => KeyValuePair.Create(s.Id, weights.GetValueOrDefault(s.Id, unseen))), draw) ?? 0;
    }

    /// <summary>Statements in the order in which this person sees them.</summary>
    public static IEnumerable<long> InOrder(IEnumerable<StatementStand> statements, Guid personId) =>
        statements.OrderBy(s => s.Marks).ThenBy(s => BallotQueries.MixKey(personId, s.Id), StringComparer.Ordinal).Select(s => s.Id);

    // As worked out last; only this part of it is read.
    private async Task<Dictionary<long, double>> WeightsAsync(long ballotId, CancellationToken ct)
    {
        if (await db.BallotOutcomes.Where(o => o.BallotId == ballotId).Select(o => o.Detail).SingleOrDefaultAsync(ct) is not { Length: > 0 } detail) return [];
        using var json = JsonDocument.Parse(detail);
        return json.RootElement.GetProperty("weights").Deserialize<Dictionary<long, double>>() ?? [];
    }
}

/// <summary>A statement and how many people in the public record marked it.</summary>
public sealed record StatementStand(long Id, int Marks);
