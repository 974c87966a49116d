using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What became of an attempt to cast a paper.</summary>
public enum CastOutcome
{
    Accepted,
    TooMany,
    OverCap,
    UnknownPriority,
    Closed,
}

/// <summary>The outcome and, when accepted, the receipt code; <paramref name="IsNew"/> is false when the paper already said the same.</summary>
public sealed record CastResult(CastOutcome Outcome, string? Receipt = null, bool IsNew = false);

/// <summary>
/// Casts, changes and withdraws papers of dots ballots. Paper, pending ledger entry and internal tally change in one transaction; a unique key
/// makes a second paper impossible. Casting what the paper already says changes nothing and answers the same receipt, so a double press is harmless.
/// </summary>
public sealed class Casting(CommunityVoiceDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>Casts the participant's first or changed choices: dots per priority, at least one in all.</summary>
    public async Task<CastResult> CastAsync(long ballotId, Guid participantId, IReadOnlyDictionary<long, int> dots, CancellationToken ct)
    {
        var ballot = await FindAsync(ballotId, ct);
        var given = dots.Where(d => d.Value != 0).ToList();
        if (given.Count == 0) throw new ArgumentException("A paper without dots is a withdrawal.", nameof(dots));
        var now = clock.GetUtcNow();
        if (!ballot.TakesVotesAt(now)) return new(CastOutcome.Closed);
        if (given.Exists(d => !ballot.Priorities.Exists(p => p.Id == d.Key))) return new(CastOutcome.UnknownPriority);
        if (given.Exists(d => d.Value > ballot.MostOnOne)) return new(CastOutcome.OverCap);
        if (given.Sum(d => (long)d.Value) > ballot.DotsEach) return new(CastOutcome.TooMany);
        return await PutAsync(ballotId, participantId, DotsText.Write(given), now, ct);
    }

    /// <summary>Takes the choices back; nothing happens when there are none.</summary>
    public async Task<CastResult> WithdrawAsync(long ballotId, Guid participantId, CancellationToken ct)
    {
        var (ballot, now) = (await FindAsync(ballotId, ct), clock.GetUtcNow());
        return ballot.TakesVotesAt(now) ? await PutAsync(ballotId, participantId, "", now, ct) : new(CastOutcome.Closed);
    }

    private Task<Ballot> FindAsync(long ballotId, CancellationToken ct) => db.Ballots.AsNoTracking()
        .Include(b => b.Consultation).Include(b => b.Priorities)
        .SingleAsync(b => b.Id == ballotId && b.Method == BallotMethod.Dots, ct);

    private Task<CastResult> PutAsync(long ballotId, Guid participantId, string choices, DateTimeOffset now, CancellationToken ct) =>
        gate.RunAsync(async work =>
        {
            // Holding the ballot's row puts casts and the closing seal in one order, and leaves no two casts to wait for each other's counters.
            var ballot = await work.RowAsync(Statements.Ballot + work.ForUpdate, ballotId);
            if (ballot is not [null]) return new(CastOutcome.Closed);
            var paper = await work.RowAsync(Statements.Paper, ballotId, participantId);
            var (old, oldReceipt) = paper is [string said, string code] ? (said, code) : ("", null);
            if (old == choices) return new CastResult(CastOutcome.Accepted, oldReceipt);

            var receipt = ReceiptCode.New();
            object? withdrawn = choices.Length == 0 ? work.At(now) : null;
            if (oldReceipt is null) await work.ExecuteAsync(Statements.AddPaper, ballotId, participantId, choices, receipt, work.At(now));
            else await work.ExecuteAsync(Statements.ChangePaper, choices, receipt, work.At(now), withdrawn, ballotId, participantId);
            await work.ExecuteAsync(Statements.AddEntry, ballotId, LedgerText.Commit(receipt, choices), choices,
                oldReceipt is null ? null : LedgerText.Commit(oldReceipt, old), ReceiptCode.HashOf(receipt));
            await CountAsync(work, ballotId, old, choices);
            return new CastResult(CastOutcome.Accepted, receipt, IsNew: true);
        }, ct);

    private static async Task CountAsync(GateWork work, long ballotId, string old, string now)
    {
        var change = new SortedDictionary<long, (int Dots, int People)>();
        void Add(string choices, int sign)
        {
            foreach (var (id, dots) in DotsText.Read(choices))
            {
                var sofar = change.GetValueOrDefault(id);
                change[id] = (sofar.Dots + sign * dots, sofar.People + sign);
            }
        }

        Add(old, -1);
        Add(now, +1);
        foreach (var (id, (dots, people)) in change)
        {
            if ((dots, people) != (0, 0)) await work.ExecuteAsync(Statements.CountPriority, dots, people, id);
        }
        var papers = Math.Sign(now.Length) - Math.Sign(old.Length);
        if (papers != 0) await work.ExecuteAsync(Statements.CountBallot, papers, ballotId);
    }

    private static class Statements
    {
        public const string Ballot = """SELECT "ClosedSealAt" FROM "Ballots" WHERE "Id" = @p0""";
        public const string Paper = """SELECT "Choices", "Receipt" FROM "BallotPapers" WHERE "BallotId" = @p0 AND "ParticipantId" = @p1""";

        public const string AddPaper = """
            INSERT INTO "BallotPapers" ("BallotId", "ParticipantId", "Choices", "Receipt", "CastAt", "Revision") VALUES (@p0, @p1, @p2, @p3, @p4, 1)
            """;

        public const string ChangePaper = """
            UPDATE "BallotPapers" SET "Choices" = @p0, "Receipt" = @p1, "CastAt" = @p2, "WithdrawnAt" = @p3, "Revision" = "Revision" + 1
            WHERE "BallotId" = @p4 AND "ParticipantId" = @p5
            """;

        public const string AddEntry = """
            INSERT INTO "LedgerEntries" ("BallotId", "Commitment", "Choices", "Supersedes", "ReceiptHash") VALUES (@p0, @p1, @p2, @p3, @p4)
            """;

        public const string CountPriority = """UPDATE "Priorities" SET "Dots" = "Dots" + @p0, "People" = "People" + @p1 WHERE "Id" = @p2""";
        public const string CountBallot = """UPDATE "Ballots" SET "Papers" = "Papers" + @p0 WHERE "Id" = @p1""";
    }
}
