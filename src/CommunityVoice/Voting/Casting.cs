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
    OverBudget,
    UnknownPriority,

    /// <summary>The ballot asks for more than is known of this voter: a postcode in the area, or a code from a letter.</summary>
    NotEntitled,
    Closed,

    /// <summary>Two people left this paper out of the count; only two people put it back.</summary>
    LeftOut,
}

/// <summary>The outcome and, when accepted, the receipt code; <paramref name="IsNew"/> is false when the paper already said the same.</summary>
public sealed record CastResult(CastOutcome Outcome, string? Receipt = null, bool IsNew = false);

/// <summary>
/// Casts, changes and withdraws papers. Paper, pending ledger entry, internal tally and the letter with the receipt are saved in one transaction; a unique key makes a second
/// paper impossible. Casting what the paper already says changes nothing and answers the same receipt, so a double press is harmless.
/// Marks on statements are given one at a time, by <see cref="Marking"/>.
/// </summary>
public sealed class Casting(CommunityVoiceDb db, WriteGate gate, TimeProvider clock, BallotsAtHand? atHand = null, ReceiptLetters? letters = null)
{
    /// <summary>Casts dots per priority, at least one in all.</summary>
    public Task<CastResult> CastAsync(long ballotId, Guid participantId, IReadOnlyDictionary<long, int> dots, CancellationToken ct) =>
        CastAsync(ballotId, participantId, DotsText.Write(dots), ct);

    /// <summary>Casts the participant's first or changed choices, in the canonical text of the ballot's method.</summary>
    public async Task<CastResult> CastAsync(long ballotId, Guid participantId, string choices, CancellationToken ct)
    {
        var ballot = await FindAsync(ballotId, ct);
        if (ballot.HasMarks) throw new InvalidOperationException("Statements are marked one at a time.");
        if (choices.Length == 0) throw new ArgumentException("A paper without choices is a withdrawal.", nameof(choices));
        var now = clock.GetUtcNow();
        if (!ballot.TakesVotesAt(now)) return new(CastOutcome.Closed);
        return ballot.Terms().FaultOf(choices) switch
        {
            ChoiceFault.UnknownOption => new(CastOutcome.UnknownPriority),
            ChoiceFault.OverCap => new(CastOutcome.OverCap),
            ChoiceFault.TooMany => new(CastOutcome.TooMany),
            ChoiceFault.OverBudget => new(CastOutcome.OverBudget),
            _ => await PutAsync(ballot, participantId, choices, now, ct),
        };
    }

    /// <summary>Takes the choices back; nothing happens when there are none.</summary>
    public async Task<CastResult> WithdrawAsync(long ballotId, Guid participantId, CancellationToken ct)
    {
        var (ballot, now) = (await FindAsync(ballotId, ct), clock.GetUtcNow());
        if (!ballot.TakesVotesAt(now)) return new(CastOutcome.Closed);
        return ballot.HasMarks
            ? await new Marking(db, gate, clock).TakeAllBackAsync(ballot, participantId, ct)
            : await PutAsync(ballot, participantId, "", now, ct);
    }

    internal static string Lock(Ballot ballot) => FormattableString.Invariant($"ballot {ballot.Id}");

    internal static VoterTier TierOf(object?[]? pass) => pass is [string tier] ? Enum.Parse<VoterTier>(tier) : VoterTier.EmailConfirmed;

    private async Task<Ballot> FindAsync(long ballotId, CancellationToken ct) => atHand is not null
        ? await atHand.FindAsync(ballotId, ct) ?? throw new InvalidOperationException($"There is no ballot {ballotId}.")
        : await db.Ballots.AsNoTracking().WithOffer().SingleAsync(b => b.Id == ballotId, ct);

    private async Task<CastResult> PutAsync(Ballot ballot, Guid participantId, string choices, DateTimeOffset now, CancellationToken ct)
    {
        var result = await gate.RunAsync(work => PutAsync(work, ballot, participantId, choices, now), ct, Lock(ballot));
        if (result.IsNew) letters?.Ring();
        return result;
    }

    private async Task<CastResult> PutAsync(GateWork work, Ballot ballot, Guid participantId, string choices, DateTimeOffset now)
    {
        // Holding the ballot's row puts casts and the closing seal in one order, and leaves no two casts to wait for each other's counters.
        var rows = await work.RowsAsync(
            new(CastStatements.Ballot + work.ForUpdate, ballot.Id), new(CastStatements.Paper, ballot.Id, participantId), new(CastStatements.Pass, ballot.Id, participantId),
            new(ReceiptLetters.AddresseeOf, participantId));
        if (rows[0] is not [null]) return new(CastOutcome.Closed);
        var (old, oldReceipt) = rows[1] is [string said, string code, _] ? (said, code) : ("", null);
        if (ChoicesText.IsLeftOut(old)) return new(CastOutcome.LeftOut);
        if (old == choices) return new CastResult(CastOutcome.Accepted, oldReceipt);
        var tier = TierOf(rows[2]);
        if (choices.Length > 0 && tier < ballot.WhoMayVote) return new(CastOutcome.NotEntitled);

        var receipt = ReceiptCode.New();
        object? withdrawn = choices.Length == 0 ? work.At(now) : null;
        if (oldReceipt is null) work.Write(CastStatements.AddPaper, ballot.Id, participantId, choices, receipt, work.At(now), tier.ToString());
        else work.Write(CastStatements.ChangePaper, choices, receipt, work.At(now), withdrawn, tier.ToString(), ballot.Id, participantId);
        work.Write(CastStatements.AddEntry, ballot.Id, LedgerText.Commit(receipt, choices), choices,
            oldReceipt is null ? null : LedgerText.Commit(oldReceipt, old), ReceiptCode.HashOf(receipt));
        if (choices.Length > 0 && letters?.Compose(ballot, rows[3], receipt) is { } letter)
            work.Write(CastStatements.AddLetter, letter.Id, letter.To, letter.Kind, letter.Subject, letter.Text, letter.Html, work.At(letter.WrittenAt));
        Count(work, ballot, old, choices);
        return new CastResult(CastOutcome.Accepted, receipt, IsNew: true);
    }

    private static void Count(GateWork work, Ballot ballot, string old, string now)
    {
        foreach (var (id, one) in ChoicesText.Counts(ballot.Method, old)) work.Add(CastStatements.CountPriority, id, -one.Dots, -one.People);
        foreach (var (id, one) in ChoicesText.Counts(ballot.Method, now)) work.Add(CastStatements.CountPriority, id, one.Dots, one.People);
        var papers = Math.Sign(now.Length) - Math.Sign(old.Length);
        if (papers != 0) work.Add(CastStatements.CountBallot, ballot.Id, papers);
    }
}

/// <summary>The statements of the hot path, in SQL that both databases read.</summary>
internal static class CastStatements
{
    public const string Ballot = """SELECT "ClosedSealAt" FROM "Ballots" WHERE "Id" = @p0""";
    public const string Paper = """SELECT "Choices", "Receipt", "Revision" FROM "BallotPapers" WHERE "BallotId" = @p0 AND "ParticipantId" = @p1""";
    public const string Pass = """SELECT "Tier" FROM "VoterPasses" WHERE "BallotId" = @p0 AND "ParticipantId" = @p1""";

    public const string AddPaper = """
        INSERT INTO "BallotPapers" ("BallotId", "ParticipantId", "Choices", "Receipt", "CastAt", "FirstCastAt", "Revision", "Tier") VALUES (@p0, @p1, @p2, @p3, @p4, @p4, 1, @p5)
        """;

    public const string ChangePaper = """
        UPDATE "BallotPapers" SET "Choices" = @p0, "Receipt" = @p1, "CastAt" = @p2, "WithdrawnAt" = @p3, "Tier" = @p4, "Revision" = "Revision" + 1
        WHERE "BallotId" = @p5 AND "ParticipantId" = @p6
        """;

    public const string AddEntry = """
        INSERT INTO "LedgerEntries" ("BallotId", "Commitment", "Choices", "Supersedes", "ReceiptHash") VALUES (@p0, @p1, @p2, @p3, @p4)
        """;

    public const string AddLetter = """
        INSERT INTO "Letters" ("Id", "To", "Kind", "Subject", "Text", "Html", "WrittenAt", "Tries") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 0)
        """;

    public const string CountPriority = """UPDATE "Priorities" SET "Dots" = "Dots" + @p0, "People" = "People" + @p1 WHERE "Id" = @p2""";
    public const string CountBallot = """UPDATE "Ballots" SET "Papers" = "Papers" + @p0 WHERE "Id" = @p1""";

    public const string RevisePaper = """
        UPDATE "BallotPapers" SET "Choices" = @p0, "CastAt" = @p1, "WithdrawnAt" = @p2, "Tier" = @p3, "Revision" = @p4
        WHERE "BallotId" = @p5 AND "ParticipantId" = @p6
        """;

    public const string Mark = """SELECT "Value", "Revision" FROM "Marks" WHERE "PriorityId" = @p0 AND "ParticipantId" = @p1""";

    public const string PutMark = """
        INSERT INTO "Marks" ("BallotId", "PriorityId", "ParticipantId", "Value", "Revision") VALUES (@p0, @p1, @p2, @p3, @p4)
        ON CONFLICT ("PriorityId", "ParticipantId") DO UPDATE SET "Value" = excluded."Value", "Revision" = excluded."Revision"
        """;

    public const string CountMark = """
        UPDATE "Priorities" SET "People" = "People" + @p0, "Agree" = "Agree" + @p1, "Disagree" = "Disagree" + @p2, "Pass" = "Pass" + @p3 WHERE "Id" = @p4
        """;
}
