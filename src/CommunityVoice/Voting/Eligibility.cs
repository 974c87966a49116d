using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What became of an attempt to show more of oneself.</summary>
public enum PassOutcome
{
    Given,

    /// <summary>No whole postcode, or no code of ours.</summary>
    NotRead,

    /// <summary>A postcode we do not know.</summary>
    NotKnown,

    /// <summary>A known postcode outside the area.</summary>
    Elsewhere,

    /// <summary>A code that somebody used, or whose printing was cancelled.</summary>
    Spent,

    /// <summary>Too many wrong codes from this account in the last hour: <see cref="CodeTries"/>.</summary>
    TooMany,
}

/// <summary>Who may vote on a ballot that asks for more than a confirmed e-mail address: a postcode in the area, or a code from a letter.</summary>
public sealed class Eligibility(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    /// <summary>What this participant has shown for this ballot so far.</summary>
    public async Task<VoterTier> TierAsync(long ballotId, Guid? participantId, CancellationToken ct) =>
        await db.VoterPasses.Where(p => p.BallotId == ballotId && p.ParticipantId == participantId).Select(p => (VoterTier?)p.Tier).SingleOrDefaultAsync(ct)
        ?? VoterTier.EmailConfirmed;

    /// <summary>Takes a postcode for an answer when it lies in the ballot's area today. It is looked up and forgotten.</summary>
    public async Task<PassOutcome> ShowPostcodeAsync(Ballot ballot, Guid participantId, string? typed, CancellationToken ct)
    {
        if (PostcodeText.Normalise(typed) is not { } code) return PassOutcome.NotRead;
        if (await db.Postcodes.Where(p => p.Code == code).Select(p => (long?)p.WardId).SingleOrDefaultAsync(ct) is not { } ward) return PassOutcome.NotKnown;
        var within = await tree.WithinAsync(ballot.Consultation.AreaId, UkTime.Today(clock), ct);
        if (!within.Contains(ward)) return PassOutcome.Elsewhere;
        await db.TransactAsync(() => GiveAsync(ballot.Id, participantId, VoterTier.PostcodeInArea, ct), ct);
        return PassOutcome.Given;
    }

    /// <summary>Uses a code from a letter: once, by whoever enters it first.</summary>
    public Task<PassOutcome> UseCodeAsync(Ballot ballot, Guid participantId, string? typed, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (ReceiptCode.Read(typed, VotingCodes.Length) is not { } code) return PassOutcome.NotRead;
        var (hash, now) = (VotingCodes.HashOf(ballot.Id, code), clock.GetUtcNow());
        // One statement decides who was first.
        var used = await db.VotingCodes.Where(c => c.BallotId == ballot.Id && c.CodeHash == hash && c.UsedAt == null && c.CancelledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct);
        if (used == 0) return await db.VotingCodes.AnyAsync(c => c.CodeHash == hash, ct) ? PassOutcome.Spent : PassOutcome.NotKnown;
        await GiveAsync(ballot.Id, participantId, VoterTier.LetterCode, ct);
        return PassOutcome.Given;
    }, ct);

    internal async Task GiveAsync(long ballotId, Guid participantId, VoterTier tier, CancellationToken ct)
    {
        var pass = await db.VoterPasses.SingleOrDefaultAsync(p => p.BallotId == ballotId && p.ParticipantId == participantId, ct);
        if (pass is null) db.VoterPasses.Add(new VoterPass(ballotId, participantId, tier, clock.GetUtcNow()));
        else if (pass.Tier < tier) pass.Raise(tier, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>One printing of codes for letters.</summary>
public sealed record CodeRun(int Run, DateTimeOffset MadeAt, int Made, int Used, bool IsCancelled);

/// <summary>Makes codes for letters. They are shown once, to be printed; only hashes are kept.</summary>
public sealed class VotingCodes(CommunityVoiceDb db, TimeProvider clock)
{
    public const int Length = 12;
    public const int MostAtOnce = 5000;

    internal static string HashOf(long ballotId, string code) => Hashes.Sha256("voting code", ballotId.ToString(System.Globalization.CultureInfo.InvariantCulture), code);

    /// <summary>Makes so many new codes; answers them as they are to be printed.</summary>
    public Task<IReadOnlyList<string>> MakeAsync(Ballot ballot, int count, Guid by, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
        return db.TransactAsync<IReadOnlyList<string>>(async () =>
        {
            var (now, run) = (clock.GetUtcNow(), 1 + (await db.VotingCodes.Where(c => c.BallotId == ballot.Id).MaxAsync(c => (int?)c.Run, ct) ?? 0));
            var codes = Enumerable.Range(0, count).Select(_ => ReceiptCode.New(Length)).ToList();
            db.VotingCodes.AddRange(codes.Select(code => new VotingCode(ballot.Id, HashOf(ballot.Id, code), run, now)));
            db.ActivityEntries.Add(new ActivityEntry(by, "ballot.codes-made", nameof(Ballot), ballot.Id, $"run {run}: {count} codes", now));
            await db.SaveChangesAsync(ct);
            return codes.ConvertAll(ReceiptCode.Show);
        }, ct);
    }

    /// <summary>Makes the unused codes of a printing useless; papers cast with used ones stay.</summary>
    public Task<int> CancelAsync(Ballot ballot, int run, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var cancelled = await db.VotingCodes.Where(c => c.BallotId == ballot.Id && c.Run == run && c.UsedAt == null && c.CancelledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CancelledAt, now), ct);
        if (cancelled > 0) db.ActivityEntries.Add(new ActivityEntry(by, "ballot.codes-cancelled", nameof(Ballot), ballot.Id, $"run {run}: {cancelled} codes", now));
        await db.SaveChangesAsync(ct);
        return cancelled;
    }, ct);

    /// <summary>Every printing with how many of its codes were used.</summary>
    public async Task<IReadOnlyList<CodeRun>> RunsAsync(long ballotId, CancellationToken ct) =>
        await db.VotingCodes.Where(c => c.BallotId == ballotId).GroupBy(c => new { c.Run, c.MadeAt }).OrderBy(g => g.Key.Run)
            .Select(g => new CodeRun(g.Key.Run, g.Key.MadeAt, g.Count(), g.Count(c => c.UsedAt != null), g.Any(c => c.CancelledAt != null))).ToListAsync(ct);
}
