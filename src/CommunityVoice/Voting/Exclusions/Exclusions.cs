using CommunityVoice.Activity;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Patterns;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What became of a proposal to leave papers out or to put them back, or of an answer to it.</summary>
public enum ExclusionOutcome
{
    Done,

    /// <summary>Whoever proposed it cannot confirm it, under whatever address.</summary>
    NeedsSomebodyElse,

    /// <summary>One of the papers is their own.</summary>
    OwnPaper,

    /// <summary>Somebody else answered first.</summary>
    AnsweredAlready,

    /// <summary>Nothing of these papers counts any more, or they are not left out any more.</summary>
    NothingToDo,

    /// <summary>The decision that this vote was for has been made.</summary>
    Decided,
}

/// <summary>Leaves papers out of a count, and puts them back, by two people: one proposes with a reason, another confirms (rule R-F33).</summary>
public sealed class Exclusions(CommunityVoiceDb db, ExclusionLetters letters, TimeProvider clock)
{
    /// <summary>Proposes to leave these participants' papers out. What is no paper of the ballot, or does not count, is dropped.</summary>
    public Task<ExclusionOutcome> ProposeAsync(long ballotId, ExclusionReason reason, string words, string pattern, IReadOnlyCollection<Guid> participants, Guid by, CancellationToken ct) =>
        HoldingAsync(ballotId, async ballot =>
        {
            var papers = (await db.BallotPapers.Where(p => p.BallotId == ballotId && participants.Contains(p.ParticipantId)).Select(p => new { p.ParticipantId, p.Choices }).ToListAsync(ct))
                .FindAll(p => !ChoicesText.IsNothing(p.Choices)).ConvertAll(p => p.ParticipantId);
            if (papers.Count == 0) return ExclusionOutcome.NothingToDo;
            if (ballot.Consultation.DecidedAt is not null) return ExclusionOutcome.Decided;
            if (await AnyIsOwnAsync(papers, by, ct)) return ExclusionOutcome.OwnPaper;
            return await ProposedAsync(new Exclusion(ballotId, reason, words, pattern, papers, by, clock.GetUtcNow()), by, ct);
        }, ct);

    /// <summary>Proposes to put the papers of a confirmed proposal back.</summary>
    public Task<ExclusionOutcome> ProposePutBackAsync(Exclusion which, string words, Guid by, CancellationToken ct) => HoldingAsync(which.BallotId, async _ =>
    {
        var found = await FindAsync(which.Id, ct);
        if (await IsPutBackAsync(found, ct)) return ExclusionOutcome.NothingToDo;
        if (await AnyIsOwnAsync(found.Papers.Select(p => p.ParticipantId), by, ct)) return ExclusionOutcome.OwnPaper;
        return await ProposedAsync(found.PutBack(words, by, clock.GetUtcNow()), by, ct);
    }, ct);

    /// <summary>Answers a proposal: confirms it, which is when papers change, or declines it with words.</summary>
    public Task<ExclusionOutcome> AnswerAsync(Exclusion which, bool isConfirmed, string words, Guid by, CancellationToken ct) => HoldingAsync(which.BallotId, async ballot =>
    {
        var (found, now) = (await FindAsync(which.Id, ct), clock.GetUtcNow());
        if (!found.IsWaiting) return ExclusionOutcome.AnsweredAlready;
        if (!isConfirmed)
        {
            found.Decline(words, by, now);
            return await RecordedAsync(found, "declined", by, ct);
        }
        if (await IsSamePersonAsync(found.ProposedById, by, ct)) return ExclusionOutcome.NeedsSomebodyElse;
        if (await AnyIsOwnAsync(found.Papers.Select(p => p.ParticipantId), by, ct)) return ExclusionOutcome.OwnPaper;
        if (found.Kind == ExclusionKind.LeaveOut && ballot.Consultation.DecidedAt is not null) return ExclusionOutcome.Decided;
        var changed = await ChangeAsync(found, ballot, now, ct);
        if (changed.Count == 0) return ExclusionOutcome.NothingToDo;
        found.Confirm(by, now);
        await letters.WriteAsync(found, ballot, changed, ct);
        return await RecordedAsync(found, "confirmed", by, ct);
    }, ct);

    /// <summary>Whether none of the papers it left out are out by it now.</summary>
    public async Task<bool> IsPutBackAsync(Exclusion which, CancellationToken ct)
    {
        var participants = which.Papers.Where(p => p.Before is not null).Select(p => p.ParticipantId).ToList();
        return !await db.BallotPapers.AnyAsync(p => p.BallotId == which.BallotId && participants.Contains(p.ParticipantId) && EF.Functions.Like(p.Choices, "!%"), ct);
    }

    private async Task<List<Guid>> ChangeAsync(Exclusion found, Ballot ballot, DateTimeOffset now, CancellationToken ct)
    {
        var (work, changed) = (new LeavingOut(db, ballot, now), new List<Guid>());
        foreach (var paper in found.Papers.OrderBy(p => p.ParticipantId))
        {
            var isChanged = found.Kind == ExclusionKind.LeaveOut
                ? await work.LeaveOutAsync(paper, found.Reason.Code(), ct)
                : await work.PutBackAsync(paper, await BeforeAsync(paper, ct), ct);
            if (isChanged) changed.Add(paper.ParticipantId);
        }
        await work.CountAsync(ct);
        return changed;
    }

    // What the newest confirmed leaving out kept of it.
    private async Task<string> BeforeAsync(ExclusionPaper paper, CancellationToken ct) => await db.Exclusions
        .Where(e => e.BallotId == paper.BallotId && e.Kind == ExclusionKind.LeaveOut && e.IsConfirmed).OrderByDescending(e => e.AnsweredAt).ThenByDescending(e => e.Id)
        .SelectMany(e => e.Papers).Where(p => p.ParticipantId == paper.ParticipantId && p.Before != null).Select(p => p.Before!).FirstAsync(ct);

    private Task<Exclusion> FindAsync(long id, CancellationToken ct) => db.Exclusions.Include(e => e.Papers).SingleAsync(e => e.Id == id, ct);

    private async Task<ExclusionOutcome> ProposedAsync(Exclusion made, Guid by, CancellationToken ct)
    {
        db.Exclusions.Add(made);
        await db.SaveChangesAsync(ct);
        return await RecordedAsync(made, "proposed", by, ct);
    }

    private async Task<ExclusionOutcome> RecordedAsync(Exclusion about, string what, Guid by, CancellationToken ct)
    {
        var kind = about.Kind == ExclusionKind.LeaveOut ? "exclusion" : "put-back";
        var papers = about.IsConfirmed ? about.Changed : about.Papers.Count;
        db.ActivityEntries.Add(new ActivityEntry(by, $"ballot.{kind}-{what}", nameof(Ballot), about.BallotId,
            FormattableString.Invariant($"proposal {about.Id}: {papers} papers, {about.Reason.Code()}"), clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return ExclusionOutcome.Done;
    }

    // The same account, or another one of the same mailbox.
    private async Task<bool> IsSamePersonAsync(Guid? proposedBy, Guid by, CancellationToken ct)
    {
        if (proposedBy is not { } first) return false;
        var mailboxes = await db.People.Where(p => p.Id == first || p.Id == by).Select(p => p.Email ?? "").ToListAsync(ct);
        return first == by || mailboxes.ConvertAll(SharedAddresses.Mailbox) is [{ Length: > 0 } one, var other] && one == other;
    }

    private Task<bool> AnyIsOwnAsync(IEnumerable<Guid> papers, Guid by, CancellationToken ct)
    {
        var participants = papers.ToList();
        return db.ParticipantLinks.AnyAsync(l => l.PersonId == by && participants.Contains(l.ParticipantId), ct);
    }

    private Task<ExclusionOutcome> HoldingAsync(long ballotId, Func<Ballot, Task<ExclusionOutcome>> work, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.ChangeTracker.Clear();
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Ballots" WHERE "Id" = {ballotId} FOR UPDATE""", ct);
        return await work(await db.Ballots.AsNoTracking().Include(b => b.Consultation).SingleAsync(b => b.Id == ballotId, ct));
    }, ct);
}
