using System.Runtime.InteropServices;

namespace CommunityVoice.Analysis.Opinion;

/// <summary>What one participant thinks of one statement now: 1 agree, -1 disagree, 0 pass. A statement not seen has no vote at all.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpinionVote(Guid Participant, long Statement, int Value);

/// <summary>
/// The table of an agree/disagree/pass ballot: who marked which statement how, kept sparse, in an order that the order of the votes plays no part in.
/// </summary>
/// <remarks>
/// Participants ascend by key and statements by id; each row's votes ascend by statement (compressed sparse rows). Only statements that stand
/// are in the table: one that a moderator took out leaves no trace, neither as a column nor in anybody's number of votes. Polis sets such columns
/// to 0 for everybody instead, so that they count as seen; we do not.
/// </remarks>
public sealed class OpinionVotes
{
    private readonly int[] start;
    private readonly int[] column;
    private readonly sbyte[] value;

    private OpinionVotes(Guid[] participants, long[] statements, int[] start, int[] column, sbyte[] value) =>
        (Participants, Statements, this.start, this.column, this.value) = (participants, statements, start, column, value);

    /// <summary>Those with at least one vote on a statement that stands, ascending.</summary>
    public IReadOnlyList<Guid> Participants { get; }

    /// <summary>The ids of the statements that stand, voted on or not, ascending.</summary>
    public IReadOnlyList<long> Statements { get; }

    /// <summary>How many votes the table holds.</summary>
    public int Count => column.Length;

    /// <summary>How many statements a participant (by place in <see cref="Participants"/>) marked, passes included.</summary>
    public int CountOf(int participant) => start[participant + 1] - start[participant];

    /// <summary>
    /// Builds the table in time linear in the votes. Votes on statements that are not in <paramref name="statements"/> are left out. Two votes of one
    /// participant on one statement throw an <see cref="ArgumentException"/>, a value other than -1, 0 and 1 an <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public static OpinionVotes Of(IEnumerable<OpinionVote> votes, IEnumerable<long> statements)
    {
        long[] ids = [.. statements.Distinct().Order()];
        var columnOf = new Dictionary<long, int>(ids.Length);
        foreach (var id in ids) columnOf.Add(id, columnOf.Count);

        var arrivalOf = new Dictionary<Guid, int>();
        var (arrivals, columns, values) = (new List<int>(), new List<int>(), new List<sbyte>());
        foreach (var vote in votes)
        {
            if (vote.Value is < -1 or > 1) throw new ArgumentOutOfRangeException(nameof(votes), vote.Value, "A vote is 1, 0 or -1.");
            if (!columnOf.TryGetValue(vote.Statement, out var at)) continue;
            if (!arrivalOf.TryGetValue(vote.Participant, out var arrival)) arrivalOf.Add(vote.Participant, arrival = arrivalOf.Count);
            arrivals.Add(arrival);
            columns.Add(at);
            values.Add((sbyte)vote.Value);
        }

        Guid[] participants = [.. arrivalOf.Keys.Order()];
        var rowOf = new int[participants.Length];
        for (var row = 0; row < participants.Length; row++) rowOf[arrivalOf[participants[row]]] = row;
        for (var n = 0; n < arrivals.Count; n++) arrivals[n] = rowOf[arrivals[n]];

        // Two counting sorts, the later by row: within a row the order by column stays.
        var byColumn = Places(columns, ids.Length, out _);
        var (start, column, value) = (Array.Empty<int>(), new int[columns.Count], new sbyte[columns.Count]);
        var ordered = new int[columns.Count];
        for (var n = 0; n < ordered.Length; n++) ordered[byColumn[n]] = n;
        var byRow = Places([.. ordered.Select(n => arrivals[n])], participants.Length, out start);
        for (var n = 0; n < ordered.Length; n++) (column[byRow[n]], value[byRow[n]]) = (columns[ordered[n]], values[ordered[n]]);

        var table = new OpinionVotes(participants, ids, start, column, value);
        if (table.FirstSecondVote() is { } second) throw new ArgumentException(second, nameof(votes));
        return table;
    }

    internal ReadOnlySpan<int> ColumnsOf(int participant) => column.AsSpan(start[participant], CountOf(participant));

    internal ReadOnlySpan<sbyte> ValuesOf(int participant) => value.AsSpan(start[participant], CountOf(participant));

    // Where each item goes when they are put in order of their key, equal ones in the order they came; start has where each key begins, and the end.
    private static int[] Places(List<int> keys, int count, out int[] start)
    {
        start = new int[count + 1];
        foreach (var key in keys) start[key + 1]++;
        for (var key = 0; key < count; key++) start[key + 1] += start[key];
        var (next, places) = (start.AsSpan(0, count).ToArray(), new int[keys.Count]);
        for (var n = 0; n < places.Length; n++) places[n] = next[keys[n]]++;
        return places;
    }

    private string? FirstSecondVote()
    {
        for (var row = 0; row < Participants.Count; row++)
        {
            var columns = ColumnsOf(row);
            for (var n = 1; n < columns.Length; n++)
            {
                if (columns[n] == columns[n - 1]) return $"Participant {Participants[row]} has two votes on statement {Statements[columns[n]]}.";
            }
        }
        return null;
    }
}
