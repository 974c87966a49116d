using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// Marks statements with agree, disagree or pass, one at a time, and takes all marks back. Mark, pending ledger entry and tally change in one
/// transaction. All marks of one person share a receipt code; the salt of each entry is that code and the number of the mark, so that no two are alike.
/// </summary>
public sealed class Marking(CommunityVoiceDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>The salt of one mark's commitment: the receipt code, a slash, and which of its holder's marks it is, from 1.</summary>
    public static string Salt(string receipt, int number) => string.Create(CultureInfo.InvariantCulture, $"{receipt}/{number}");

    /// <summary>Gives or changes a mark: 1 agrees, -1 disagrees, 0 passes. The same mark again changes nothing.</summary>
    public async Task<CastResult> MarkAsync(long ballotId, Guid participantId, long statementId, int value, CancellationToken ct)
    {
        if (value is < -1 or > 1) throw new ArgumentOutOfRangeException(nameof(value), value, "A mark is 1, 0 or -1.");
        var ballot = await db.Ballots.AsNoTracking().Include(b => b.Consultation).SingleAsync(b => b.Id == ballotId && b.Method == BallotMethod.AgreeDisagreePass, ct);
        var now = clock.GetUtcNow();
        if (!ballot.TakesVotesAt(now)) return new(CastOutcome.Closed);
        if (!await db.Priorities.Offered().AnyAsync(p => p.BallotId == ballotId && p.Id == statementId, ct)) return new(CastOutcome.UnknownPriority);
        return await gate.RunAsync(async work =>
        {
            if (await work.RowAsync(CastStatements.Ballot + work.ForUpdate, ballotId) is not [null]) return new CastResult(CastOutcome.Closed);
            var paper = await PaperAsync(work, ballotId, participantId);
            var before = await work.RowAsync(CastStatements.Mark, statementId, participantId);
            if (before is [not null, _] && Int(before[0]) == value) return new CastResult(CastOutcome.Accepted, paper.Receipt);
            if (paper.Tier < ballot.WhoMayVote) return new(CastOutcome.NotEntitled);
            paper = await OpenAsync(work, ballotId, participantId, paper, now);
            await PutAsync(work, ballotId, participantId, paper.Receipt!, paper.Revision, statementId, before, value);
            return new CastResult(CastOutcome.Accepted, paper.Receipt, IsNew: true);
        }, ct);
    }

    /// <summary>Gives marks on several statements at once, as a form on paper holds them: all or none.</summary>
    public async Task<CastResult> MarkAllAsync(long ballotId, Guid participantId, IReadOnlyDictionary<long, int> marks, CancellationToken ct)
    {
        if (marks.Values.Any(v => v is < -1 or > 1)) throw new ArgumentOutOfRangeException(nameof(marks), "A mark is 1, 0 or -1.");
        if (marks.Count == 0) throw new ArgumentException("There is no mark.", nameof(marks));
        var ballot = await db.Ballots.AsNoTracking().WithOffer().SingleAsync(b => b.Id == ballotId && b.Method == BallotMethod.AgreeDisagreePass, ct);
        var now = clock.GetUtcNow();
        if (!ballot.TakesVotesAt(now)) return new(CastOutcome.Closed);
        if (marks.Keys.Any(id => !ballot.Priorities.Exists(p => p.Id == id))) return new(CastOutcome.UnknownPriority);
        return await gate.RunAsync(async work =>
        {
            if (await work.RowAsync(CastStatements.Ballot + work.ForUpdate, ballotId) is not [null]) return new CastResult(CastOutcome.Closed);
            var paper = await PaperAsync(work, ballotId, participantId);
            if (paper.Tier < ballot.WhoMayVote) return new(CastOutcome.NotEntitled);
            var isNew = false;
            foreach (var (statement, value) in marks.OrderBy(m => m.Key))
            {
                var before = await work.RowAsync(CastStatements.Mark, statement, participantId);
                if (before is [not null, _] && Int(before[0]) == value) continue;
                paper = await OpenAsync(work, ballotId, participantId, paper, now);
                await PutAsync(work, ballotId, participantId, paper.Receipt!, paper.Revision, statement, before, value);
                isNew = true;
            }
            return new CastResult(CastOutcome.Accepted, paper.Receipt, isNew);
        }, ct);
    }

    /// <summary>Takes every mark back, an entry each.</summary>
    internal async Task<CastResult> TakeAllBackAsync(Ballot ballot, Guid participantId, CancellationToken ct)
    {
        var marked = await db.Marks.Where(m => m.BallotId == ballot.Id && m.ParticipantId == participantId).OrderBy(m => m.PriorityId).Select(m => m.PriorityId).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return await gate.RunAsync(async work =>
        {
            if (await work.RowAsync(CastStatements.Ballot + work.ForUpdate, ballot.Id) is not [null]) return new CastResult(CastOutcome.Closed);
            var paper = await PaperAsync(work, ballot.Id, participantId);
            if (paper is not { Receipt: not null, IsOpen: true }) return new CastResult(CastOutcome.Accepted, paper.Receipt);
            var number = paper.Revision;
            foreach (var statement in marked)
            {
                // Looked up again: a mark may have come between reading the list and this turn. One that came later than the list stays.
                if (await work.RowAsync(CastStatements.Mark, statement, participantId) is [not null, _] before)
                    await PutAsync(work, ballot.Id, participantId, paper.Receipt, ++number, statement, before, null);
            }
            await work.ExecuteAsync(CastStatements.RevisePaper, "", work.At(now), work.At(now), paper.Tier.ToString(), number, ballot.Id, participantId);
            await work.ExecuteAsync(CastStatements.CountBallot, -1, ballot.Id);
            return new CastResult(CastOutcome.Accepted, paper.Receipt, IsNew: true);
        }, ct);
    }

    private static async Task<Paper> PaperAsync(GateWork work, long ballotId, Guid participantId)
    {
        var tier = await Casting.TierAsync(work, ballotId, participantId);
        return await work.RowAsync(CastStatements.Paper, ballotId, participantId) is [string choices, string receipt, { } revision]
            ? new(receipt, Int(revision), choices.Length > 0, tier)
            : new(null, 0, false, tier);
    }

    // The paper as it is once it holds one mark more.
    private static async Task<Paper> OpenAsync(GateWork work, long ballotId, Guid participantId, Paper paper, DateTimeOffset now)
    {
        var opened = paper with { Receipt = paper.Receipt ?? ReceiptCode.New(), Revision = paper.Revision + 1, IsOpen = true };
        if (paper.Receipt is null) await work.ExecuteAsync(CastStatements.AddPaper, ballotId, participantId, BallotPaper.SeeMarks, opened.Receipt, work.At(now), paper.Tier.ToString());
        else await work.ExecuteAsync(CastStatements.RevisePaper, BallotPaper.SeeMarks, work.At(now), null, paper.Tier.ToString(), opened.Revision, ballotId, participantId);
        if (!paper.IsOpen) await work.ExecuteAsync(CastStatements.CountBallot, 1, ballotId);
        return opened;
    }

    private static async Task PutAsync(GateWork work, long ballotId, Guid participantId, string receipt, int number, long statement, object?[]? before, int? value)
    {
        var choices = MarkText.Write(statement, value);
        int? old = before is [{ } said, _] ? Int(said) : null;
        // A mark taken back left an entry too; the next one takes the place of that.
        var supersedes = before is [_, { } earlier] && Int(earlier) > 0 ? LedgerText.Commit(Salt(receipt, Int(earlier)), MarkText.Write(statement, old)) : null;
        await work.ExecuteAsync(CastStatements.AddEntry, ballotId, LedgerText.Commit(Salt(receipt, number), choices), choices, supersedes, ReceiptCode.HashOf(receipt));
        await work.ExecuteAsync(CastStatements.PutMark, ballotId, statement, participantId, value, number);
        var change = Of(value).Minus(Of(old));
        if (change != OptionCount.None) await work.ExecuteAsync(CastStatements.CountMark, change.People, change.Agree, change.Disagree, change.Pass, statement);
    }

    private static OptionCount Of(int? value) => value is null ? OptionCount.None : new(0, 1, value > 0 ? 1 : 0, value < 0 ? 1 : 0, value == 0 ? 1 : 0);

    private static int Int(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private sealed record Paper(string? Receipt, int Revision, bool IsOpen, VoterTier Tier);
}
