using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Notifications;

namespace CommunityVoice.Voting;

/// <summary>
/// Takes papers, many at once: whatever is waiting for a ballot is read, decided and written together, in the order it came. Paper, pending entry of the
/// record and internal tally are one transaction, and the paper says whether a letter with its receipt is owed (<see cref="ReceiptLetters"/>), so that
/// none of them comes without the others. What the paper already says changes nothing and answers the same receipt: a double press is harmless.
/// </summary>
public sealed class BallotBox(WriteGate gate, TimeProvider clock, LetterBell? letters = null)
{
    private static readonly GateBatch<Cast, CastResult?> Casts = new(PutAsync);

    /// <summary>Casts a participant's first or changed choices, in the canonical text of the ballot's method.</summary>
    public async Task<CastResult> CastAsync(Ballot ballot, Guid participantId, string choices, CancellationToken ct) =>
        await CastAsync(ballot, participantId, choices, isPerson: false, ct) ?? throw new InvalidOperationException($"There is no participant {participantId}.");

    /// <summary>The same for somebody with an account, in one go; nothing is cast, and none answered, where no participant stands for them as they are now.</summary>
    public Task<CastResult?> CastForAsync(Ballot ballot, Guid personId, string choices, CancellationToken ct) => CastAsync(ballot, personId, choices, isPerson: true, ct);

    /// <summary>Takes the choices back; nothing happens when there are none.</summary>
    internal async Task<CastResult> TakeBackAsync(Ballot ballot, Guid participantId, CancellationToken ct) =>
        await PutAsync(new(ballot, participantId, false, "", clock.GetUtcNow(), false), ct) ?? new(CastOutcome.Accepted);

    private async Task<CastResult?> CastAsync(Ballot ballot, Guid voter, string choices, bool isPerson, CancellationToken ct)
    {
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
            _ => await PutAsync(new(ballot, voter, isPerson, choices, now, letters is not null), ct),
        };
    }

    private async Task<CastResult?> PutAsync(Cast cast, CancellationToken ct)
    {
        var result = await gate.RunAsync(Casts, cast, Casting.Lock(cast.Ballot), ct);
        if (result is { IsNew: true } && cast.OwesReceipt) letters!.Ring();
        return result;
    }

    private static async Task<IReadOnlyList<CastResult?>> PutAsync(GateWork work, IReadOnlyList<Cast> casts)
    {
        // Holding the ballot's row puts casts and the closing seal in one order, and leaves no two casts to wait for each other's counters.
        var ballot = casts[0].Ballot;
        if (await work.RowAsync(CastStatements.Ballot + work.ForUpdate, ballot.Id) is not [null]) return [.. casts.Select(_ => new CastResult(CastOutcome.Closed))];
        var papers = new Papers(work, ballot);
        await papers.ReadAsync(casts);
        var results = new CastResult?[casts.Count];
        for (var i = 0; i < results.Length; i++) results[i] = papers.Put(casts[i]);
        papers.Write();
        return results;
    }

    // The voter is the id of a person or of a participant.
    private sealed record Cast(Ballot Ballot, Guid Voter, bool IsPerson, string Choices, DateTimeOffset At, bool OwesReceipt);

    /// <summary>Where somebody stands on the ballot: changed by each of their casts that are written together.</summary>
    private sealed class Standing
    {
        public required Guid Participant { get; init; }
        public required VoterTier Tier { get; init; }
        public required string Choices { get; set; }
        public required string? Receipt { get; set; }
        public required int Revision { get; set; }
        public Cast? Newest { get; set; }

        // The key that was asked for comes first; SQLite keeps ids as text.
        public static Standing Read(object?[] row) => new()
        {
            Participant = Id(row[1]),
            Choices = row[2] as string ?? "",
            Receipt = row[3] as string,
            Revision = Convert.ToInt32(row[4], CultureInfo.InvariantCulture), // nothing is 0
            Tier = Casting.TierOf([row[5]]),
        };

        public static Guid Id(object? value) => value as Guid? ?? Guid.Parse((string)value!);
    }

    /// <summary>The papers that one batch is about.</summary>
    private sealed class Papers(GateWork work, Ballot ballot)
    {
        private readonly Dictionary<Guid, Standing> byParticipant = [];
        private readonly Dictionary<Guid, Standing> byPerson = [];
        private readonly List<object?[]> entries = [];

        public async Task ReadAsync(IReadOnlyList<Cast> casts)
        {
            foreach (var row in await ReadAsync(CastStatements.OfPerson, casts.Where(c => c.IsPerson)))
            {
                var standing = Standing.Read(row);
                byPerson[Standing.Id(row[0])] = byParticipant[standing.Participant] = standing;
            }
            foreach (var row in await ReadAsync(CastStatements.OfParticipant, casts.Where(c => !c.IsPerson && !byParticipant.ContainsKey(c.Voter))))
                byParticipant[Standing.Id(row[1])] = Standing.Read(row);
        }

        public CastResult? Put(Cast cast)
        {
            if ((cast.IsPerson ? byPerson : byParticipant).GetValueOrDefault(cast.Voter) is not { } paper) return null;
            if (ChoicesText.IsLeftOut(paper.Choices)) return new(CastOutcome.LeftOut);
            if (paper.Choices == cast.Choices) return new CastResult(CastOutcome.Accepted, paper.Receipt);
            if (cast.Choices.Length > 0 && paper.Tier < ballot.WhoMayVote) return new(CastOutcome.NotEntitled);
            var receipt = ReceiptCode.New();
            entries.Add(
            [
                ballot.Id, LedgerText.Commit(receipt, cast.Choices), cast.Choices, paper.Receipt is null ? null : LedgerText.Commit(paper.Receipt, paper.Choices), ReceiptCode.HashOf(receipt),
            ]);
            Count(paper.Choices, cast.Choices);
            (paper.Choices, paper.Receipt, paper.Newest) = (cast.Choices, receipt, cast);
            paper.Revision++;
            return new CastResult(CastOutcome.Accepted, receipt, IsNew: true);
        }

        public void Write()
        {
            // When a paper was first cast is only written with a new one.
            var changed = byParticipant.Values.Where(p => p.Newest is not null).Select(p => new object?[]
            {
                ballot.Id, p.Participant, p.Choices, p.Receipt, work.At(p.Newest!.At), work.At(p.Newest.At), p.Revision, p.Tier.ToString(),
                p.Choices.Length == 0 ? work.At(p.Newest.At) : null, p.Choices.Length > 0 && p.Newest.OwesReceipt,
            }).ToList();
            work.WriteAll(CastStatements.PutPapers, changed);
            work.WriteAll(CastStatements.AddEntries, entries);
        }

        private async Task<IReadOnlyList<object?[]>> ReadAsync(string sql, IEnumerable<Cast> casts) =>
            casts.Select(c => c.Voter).Distinct().ToArray() is { Length: > 0 } voters ? await work.RowsOfAsync(sql, voters, ballot.Id) : [];

        private void Count(string old, string now)
        {
            foreach (var (id, one) in ChoicesText.Counts(ballot.Method, old)) work.Add(CastStatements.CountPriority, id, -one.Dots, -one.People);
            foreach (var (id, one) in ChoicesText.Counts(ballot.Method, now)) work.Add(CastStatements.CountPriority, id, one.Dots, one.People);
            var papers = Math.Sign(now.Length) - Math.Sign(old.Length);
            if (papers != 0) work.Add(CastStatements.CountBallot, ballot.Id, papers);
        }
    }
}
