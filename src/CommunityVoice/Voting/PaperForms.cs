using CommunityVoice.Activity;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>A paper form as staff type it.</summary>
/// <param name="Number">What stands on the form; it is entered once.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedOn">When it came.</param>
/// <param name="Voice">In what capacity the person speaks, where they said so.</param>
/// <param name="AreaId">Where they live, where they said so.</param>
/// <param name="Choices">The canonical text of the choices; where statements are marked, one text a mark.</param>
public sealed record PaperForm(string Number, EntryChannel Channel, DateOnly ReceivedOn, Voice Voice, long? AreaId, IReadOnlyList<string> Choices);

/// <summary>What became of an attempt to enter a form.</summary>
public enum PaperOutcome
{
    Entered,

    /// <summary>A form of this number counts already.</summary>
    NumberTaken,

    /// <summary>The choices are not such as the ballot asks for.</summary>
    NotAsAsked,
    Closed,
}

/// <summary>One form in the list of those that were entered; what was chosen is not in it.</summary>
public sealed record EnteredForm(string Number, EntryChannel Channel, DateOnly ReceivedOn, DateTimeOffset At, string? EnteredBy, bool Counts, bool IsLeftOut);

/// <summary>
/// Enters paper forms for people who have no account, and takes them back. Each form is a participant of its own; its number keeps it from being
/// counted twice. A form that was taken back may be entered again, and then takes the place of what it said before.
/// </summary>
public sealed class PaperForms(CommunityVoiceDb db, Casting casting, Marking marking, TimeProvider clock)
{
    /// <summary>Until then an entry without a paper may still be on its way; later it was left behind by a stop, and may be entered again.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>The number as it is compared: without double spaces, in capitals.</summary>
    public static string NumberOf(string typed) => string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    public async Task<PaperOutcome> EnterAsync(long ballotId, PaperForm form, Guid by, CancellationToken ct)
    {
        if (form.Choices.Count == 0) throw new ArgumentException("A form without choices is no vote.", nameof(form));
        var ballot = await db.Ballots.AsNoTracking().WithOffer().SingleAsync(b => b.Id == ballotId, ct);
        if (!ballot.TakesVotesAt(clock.GetUtcNow())) return PaperOutcome.Closed;
        var terms = ballot.Terms();
        if (form.Choices.Any(c => ChoicesText.IsTakenBack(c) || terms.FaultOf(c) != ChoiceFault.None)) return PaperOutcome.NotAsAsked;
        if (await HoldAsync(ballotId, form with { Number = NumberOf(form.Number) }, by, ct) is not { } participant) return PaperOutcome.NumberTaken;
        foreach (var choices in form.Choices)
        {
            var cast = await CastAsync(ballot, participant, choices, ct);
            if (cast.Outcome == CastOutcome.Accepted) continue;
            await LetGoAsync(ballotId, participant, NumberOf(form.Number), by, ct);
            return cast.Outcome == CastOutcome.Closed ? PaperOutcome.Closed : PaperOutcome.NotAsAsked;
        }
        return PaperOutcome.Entered;
    }

    /// <summary>Takes the choices of a form back; answers false when it does not count now, or voting is over.</summary>
    public async Task<bool> TakeBackAsync(Ballot ballot, string number, string reason, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!ballot.TakesVotesAt(now) || await FindAsync(ballot.Id, number, ct) is not { } entered) return false;
        if (!await Counting(ballot.Id, entered.ParticipantId).AnyAsync(ct)) return false;
        db.ActivityEntries.Add(new ActivityEntry(by, "ballot.paper-taken-back", nameof(Ballot), ballot.Id, $"form {entered.FormNumber}: {reason}", now));
        await db.SaveChangesAsync(ct);
        return (await casting.WithdrawAsync(ballot.Id, entered.ParticipantId, ct)).Outcome == CastOutcome.Accepted;
    }

    /// <summary>Forms that were entered, newest first.</summary>
    public Task<List<EnteredForm>> ListAsync(long ballotId, int skip, int take, CancellationToken ct) => db.EnteredPapers.AsNoTracking()
        .Where(p => p.BallotId == ballotId).OrderByDescending(p => p.At).ThenBy(p => p.FormNumber).Skip(skip).Take(take)
        .Select(p => new EnteredForm(p.FormNumber, p.Channel, p.ReceivedOn, p.At, db.People.Where(x => x.Id == p.EnteredById).Select(x => x.DisplayName).FirstOrDefault(),
            db.BallotPapers.Any(b => b.BallotId == p.BallotId && b.ParticipantId == p.ParticipantId && b.WithdrawnAt == null),
            db.BallotPapers.Any(b => b.BallotId == p.BallotId && b.ParticipantId == p.ParticipantId && EF.Functions.Like(b.Choices, "!%")))).ToListAsync(ct);

    private Task<CastResult> CastAsync(Ballot ballot, Guid participant, string choices, CancellationToken ct)
    {
        if (!ballot.HasMarks) return casting.CastAsync(ballot.Id, participant, choices, ct);
        var (statement, value) = MarkText.Read(choices);
        return marking.MarkAsync(ballot.Id, participant, statement, value, ct);
    }

    // Casting has a transaction of its own, so what must be there first is saved first: participant, pass, form and the record of who entered it.
    private async Task<Guid?> HoldAsync(long ballotId, PaperForm form, Guid by, CancellationToken ct)
    {
        var (now, before) = (clock.GetUtcNow(), await FindAsync(ballotId, form.Number, ct));
        var participant = before?.Participant ?? new Participant(Guid.NewGuid());
        if (before is not null)
        {
            var paper = await db.BallotPapers.AsNoTracking().Where(p => p.BallotId == ballotId && p.ParticipantId == participant.Id).Select(p => p.Choices).SingleOrDefaultAsync(ct);
            if (paper is { Length: > 0 } || (paper is null && now - before.At < OnItsWay)) return null;
            before.EnterAgain(form.Channel, form.ReceivedOn, by, now);
        }
        else
        {
            db.AddRange(participant, new VoterPass(ballotId, participant.Id, VoterTier.EnteredByStaff, now),
                new EnteredPaper(ballotId, participant.Id, form.Number, form.Channel, form.ReceivedOn, by, now));
        }
        participant.Describe(form.Voice, form.AreaId);
        db.ActivityEntries.Add(new ActivityEntry(by, "ballot.paper-entered", nameof(Ballot), ballotId, $"form {form.Number}", now));
        return await db.TrySaveAsync(ct) ? participant.Id : null;
    }

    // The ballot closed in between: nothing was cast, so the number is free again.
    private Task LetGoAsync(long ballotId, Guid participant, string number, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.ActivityEntries.Add(new ActivityEntry(by, "ballot.paper-not-counted", nameof(Ballot), ballotId, $"form {number}", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        if (await db.BallotPapers.AnyAsync(p => p.BallotId == ballotId && p.ParticipantId == participant, ct)) return;
        await db.EnteredPapers.Where(p => p.BallotId == ballotId && p.ParticipantId == participant).ExecuteDeleteAsync(ct);
        await db.VoterPasses.Where(p => p.BallotId == ballotId && p.ParticipantId == participant).ExecuteDeleteAsync(ct);
        await db.Participants.Where(p => p.Id == participant).ExecuteDeleteAsync(ct);
    }, ct);

    private IQueryable<BallotPaper> Counting(long ballotId, Guid participant) =>
        db.BallotPapers.Where(p => p.BallotId == ballotId && p.ParticipantId == participant && p.WithdrawnAt == null);

    private Task<EnteredPaper?> FindAsync(long ballotId, string number, CancellationToken ct)
    {
        var compared = NumberOf(number);
        return db.EnteredPapers.Include(p => p.Participant).SingleOrDefaultAsync(p => p.BallotId == ballotId && p.FormNumber == compared, ct);
    }
}
