using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// Marks statements with agree, disagree or pass, one at a time, and takes all marks back. Mark, pending ledger entry and tally change in one
/// transaction. All marks of one person share a receipt code; the salt of each entry is that code and the number of the mark, so that no two are alike.
/// </summary>
public sealed class Marking(CommunityVoiceDb db, WriteGate gate, TimeProvider clock, BallotsAtHand atHand, LetterBell? letters = null)
{
    /// <summary>The salt of one mark's commitment: the receipt code, a slash, and which of its holder's marks it is, from 1.</summary>
    public static string Salt(string receipt, int number) => string.Create(CultureInfo.InvariantCulture, $"{receipt}/{number}");

    /// <summary>Gives or changes a mark: 1 agrees, -1 disagrees, 0 passes. The same mark again changes nothing.</summary>
    public async Task<CastResult> MarkAsync(long ballotId, Guid participantId, long statementId, int value, CancellationToken ct)
    {
        if (value is < -1 or > 1) throw new ArgumentOutOfRangeException(nameof(value), value, "A mark is 1, 0 or -1.");
        var ballot = await FindAsync(ballotId, ct);
        var now = clock.GetUtcNow();
        if (!ballot.TakesVotesAt(now)) return new(CastOutcome.Closed);
        if (!ballot.Priorities.Exists(p => p.Id == statementId)) return new(CastOutcome.UnknownPriority);
        return await RingAsync(gate.RunAsync(work => MarkAsync(work, ballot, participantId, statementId, value, now), ct, Casting.Lock(ballot)));
    }

    /// <summary>Gives marks on several statements at once, as a form on paper holds them: all or none.</summary>
    public async Task<CastResult> MarkAllAsync(long ballotId, Guid participantId, IReadOnlyDictionary<long, int> marks, CancellationToken ct)
    {
        if (marks.Values.Any(v => v is < -1 or > 1)) throw new ArgumentOutOfRangeException(nameof(marks), "A mark is 1, 0 or -1.");
        if (marks.Count == 0) throw new ArgumentException("There is no mark.", nameof(marks));
        var ballot = await FindAsync(ballotId, ct);
        var now = clock.GetUtcNow();
        if (!ballot.TakesVotesAt(now)) return new(CastOutcome.Closed);
        if (marks.Keys.Any(id => !ballot.Priorities.Exists(p => p.Id == id))) return new(CastOutcome.UnknownPriority);
        return await RingAsync(gate.RunAsync(async work =>
        {
            var given = marks.OrderBy(m => m.Key).ToList();
            var rows = await work.RowsAsync([.. Known(work, ballot, participantId), .. given.Select(m => new GateStatement(CastStatements.Mark, m.Key, participantId))]);
            if (rows[0] is not [null]) return new CastResult(CastOutcome.Closed);
            var (paper, isNew) = (Read(rows), false);
            if (paper.IsLeftOut) return new(CastOutcome.LeftOut);
            if (paper.Tier < ballot.WhoMayVote) return new(CastOutcome.NotEntitled);
            foreach (var ((statement, value), before) in given.Zip(rows.Skip(3)))
            {
                if (before is [not null, _] && Int(before[0]) == value) continue;
                paper = Open(work, ballotId, participantId, paper, now);
                Put(work, ballotId, participantId, paper.Receipt!, paper.Revision, statement, before, value);
                isNew = true;
            }
            return new CastResult(CastOutcome.Accepted, paper.Receipt, isNew);
        }, ct, Casting.Lock(ballot)));
    }

    /// <summary>Takes every mark back, an entry each.</summary>
    internal async Task<CastResult> TakeAllBackAsync(Ballot ballot, Guid participantId, CancellationToken ct)
    {
        var marked = await db.Marks.Where(m => m.BallotId == ballot.Id && m.ParticipantId == participantId).OrderBy(m => m.PriorityId).Select(m => m.PriorityId).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return await gate.RunAsync(async work =>
        {
            // Looked up again: a mark may have come between reading the list and this turn. One that came later than the list stays.
            var rows = await work.RowsAsync([.. Known(work, ballot, participantId), .. marked.Select(m => new GateStatement(CastStatements.Mark, m, participantId))]);
            if (rows[0] is not [null]) return new CastResult(CastOutcome.Closed);
            var paper = Read(rows);
            if (paper.IsLeftOut) return new CastResult(CastOutcome.LeftOut);
            if (paper is not { Receipt: not null, IsOpen: true }) return new CastResult(CastOutcome.Accepted, paper.Receipt);
            var number = paper.Revision;
            foreach (var (statement, before) in marked.Zip(rows.Skip(3)))
            {
                if (before is [not null, _]) Put(work, ballot.Id, participantId, paper.Receipt, ++number, statement, before, null);
            }
            work.Write(CastStatements.RevisePaper, "", work.At(now), work.At(now), paper.Tier.ToString(), number, ballot.Id, participantId);
            work.Add(CastStatements.CountBallot, ballot.Id, -1);
            return new CastResult(CastOutcome.Accepted, paper.Receipt, IsNew: true);
        }, ct, Casting.Lock(ballot));
    }

    private async Task<Ballot> FindAsync(long ballotId, CancellationToken ct)
    {
        var ballot = await atHand.FindAsync(ballotId, ct);
        return ballot is { HasMarks: true } ? ballot : throw new InvalidOperationException($"There are no statements on ballot {ballotId}.");
    }

    private async Task<CastResult> RingAsync(Task<CastResult> giving)
    {
        var given = await giving;
        if (given.IsNew) letters?.Ring();
        return given;
    }

    private async Task<CastResult> MarkAsync(GateWork work, Ballot ballot, Guid participantId, long statementId, int value, DateTimeOffset now)
    {
        var rows = await work.RowsAsync([.. Known(work, ballot, participantId), new(CastStatements.Mark, statementId, participantId)]);
        if (rows[0] is not [null]) return new CastResult(CastOutcome.Closed);
        var (paper, before) = (Read(rows), rows[3]);
        if (paper.IsLeftOut) return new(CastOutcome.LeftOut);
        if (before is [not null, _] && Int(before[0]) == value) return new CastResult(CastOutcome.Accepted, paper.Receipt);
        if (paper.Tier < ballot.WhoMayVote) return new(CastOutcome.NotEntitled);
        paper = Open(work, ballot.Id, participantId, paper, now);
        Put(work, ballot.Id, participantId, paper.Receipt!, paper.Revision, statementId, before, value);
        return new CastResult(CastOutcome.Accepted, paper.Receipt, IsNew: true);
    }

    // Holding the ballot's row puts marks and the closing seal in one order.
    private static GateStatement[] Known(GateWork work, Ballot ballot, Guid participantId) =>
        [new(CastStatements.Ballot + work.ForUpdate, ballot.Id), new(CastStatements.Pass, ballot.Id, participantId), new(CastStatements.Paper, ballot.Id, participantId)];

    private static Paper Read(object?[]?[] rows) => rows[2] is [string choices, string receipt, { } revision]
        ? new(receipt, Int(revision), choices.Length > 0, Casting.TierOf(rows[1])) { IsLeftOut = ChoicesText.IsLeftOut(choices) }
        : new(null, 0, false, Casting.TierOf(rows[1]));

    // The paper as it is once it holds one mark more; a letter with the receipt is owed for the first.
    private Paper Open(GateWork work, long ballotId, Guid participantId, Paper paper, DateTimeOffset now)
    {
        var opened = paper with { Receipt = paper.Receipt ?? ReceiptCode.New(), Revision = paper.Revision + 1, IsOpen = true };
        if (paper.Receipt is null) work.Write(CastStatements.AddPaper, ballotId, participantId, BallotPaper.SeeMarks, opened.Receipt, work.At(now), paper.Tier.ToString(), letters is not null);
        else work.Write(CastStatements.RevisePaper, BallotPaper.SeeMarks, work.At(now), null, paper.Tier.ToString(), opened.Revision, ballotId, participantId);
        if (!paper.IsOpen) work.Add(CastStatements.CountBallot, ballotId, 1);
        return opened;
    }

    private static void Put(GateWork work, long ballotId, Guid participantId, string receipt, int number, long statement, object?[]? before, int? value)
    {
        var choices = MarkText.Write(statement, value);
        int? old = before is [{ } said, _] ? Int(said) : null;
        // A mark taken back left an entry too; the next one takes the place of that.
        var supersedes = before is [_, { } earlier] && Int(earlier) > 0 ? LedgerText.Commit(Salt(receipt, Int(earlier)), MarkText.Write(statement, old)) : null;
        work.Write(CastStatements.AddEntry, ballotId, LedgerText.Commit(Salt(receipt, number), choices), choices, supersedes, ReceiptCode.HashOf(receipt));
        work.Write(CastStatements.PutMark, ballotId, statement, participantId, value, number);
        var change = Of(value).Minus(Of(old));
        work.Add(CastStatements.CountMark, statement, change.People, change.Agree, change.Disagree, change.Pass);
    }

    private static OptionCount Of(int? value) => value is null ? OptionCount.None : new(0, 1, value > 0 ? 1 : 0, value < 0 ? 1 : 0, value == 0 ? 1 : 0);

    private static int Int(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private sealed record Paper(string? Receipt, int Revision, bool IsOpen, VoterTier Tier)
    {
        public bool IsLeftOut { get; init; }
    }
}
