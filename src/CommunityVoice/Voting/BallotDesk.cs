using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What staff do with ballots: write, change and remove them while they are not public. Each change is recorded in its transaction.</summary>
public sealed class BallotDesk(CommunityVoiceDb db, TimeProvider clock)
{
    public Task<Ballot> WriteAsync(Consultation consultation, BallotDraft draft, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        if (!MayAdd(consultation, now)) throw new InvalidOperationException($"{consultation.Slug} takes no more ballots.");
        var ballot = draft.ToBallot(consultation, now);
        db.Ballots.Add(ballot);
        await db.SaveChangesAsync(ct); // gives the ballot its id
        await RecordAsync(ballot, by, "ballot.written", ct);
        return ballot;
    }, ct);

    /// <summary>Sets a ballot up anew; answers false when it became public in the meantime.</summary>
    public Task<bool> RewriteAsync(Ballot ballot, BallotDraft draft, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (!await MayChangeAsync(ballot, ct)) return false;
        draft.ApplyTo(ballot, clock.GetUtcNow());
        await RecordAsync(ballot, by, "ballot.changed", ct);
        return true;
    }, ct);

    /// <summary>Removes a ballot and the codes made for it; answers false when it became public in the meantime.</summary>
    public Task<bool> RemoveAsync(Ballot ballot, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (!await MayChangeAsync(ballot, ct)) return false;
        await db.VotingCodes.Where(c => c.BallotId == ballot.Id).ExecuteDeleteAsync(ct);
        db.Ballots.Remove(ballot);
        await RecordAsync(ballot, by, "ballot.removed", ct);
        return true;
    }, ct);

    /// <summary>A ballot can join a draft, and a published consultation until that closes.</summary>
    public static bool MayAdd(Consultation consultation, DateTimeOffset now) => !consultation.IsListeningSpace
        && consultation.StageAt(now) is Stage.Draft or Stage.Scheduled or Stage.Open;

    /// <summary>People choose by what is written, so nothing changes once it is public, and never where somebody has chosen.</summary>
    private async Task<bool> MayChangeAsync(Ballot ballot, CancellationToken ct) =>
        await db.Consultations.AnyAsync(c => c.Id == ballot.ConsultationId && c.PublishedAt == null, ct)
        && !await db.BallotPapers.AnyAsync(p => p.BallotId == ballot.Id, ct)
        && !await db.EnteredPapers.AnyAsync(p => p.BallotId == ballot.Id, ct)
        && !await db.Marks.AnyAsync(m => m.BallotId == ballot.Id, ct);

    private Task RecordAsync(Ballot ballot, Guid by, string verb, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Ballot), ballot.Id, $"{ballot.Title}: {ballot.Method}, {ballot.Priorities.Count} options", clock.GetUtcNow()));
        return db.SaveChangesAsync(ct);
    }
}
