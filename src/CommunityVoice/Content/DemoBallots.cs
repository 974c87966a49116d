using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Gives the invented place a vote of every method: papers are cast, sealed and worked out by the same classes as anyone's.</summary>
internal sealed class DemoBallots(CommunityVoiceDb db, WriteGate gate, BallotsAtHand ballots, DemoFiles files, DemoDays days, DateTimeOffset now)
{
    private const int Sittings = 3;
    private static readonly (Voice Voice, int Weight)[] Voices =
        [(Voice.Resident, 58), (Voice.Carer, 22), (Voice.CommunityGroup, 9), (Voice.PrimaryCare, 6), (Voice.WorksHere, 5)];

    private readonly DemoClock clock = new(now);

    public async Task SaveAsync(CancellationToken ct)
    {
        var areas = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Ward).OrderBy(a => a.Id).ToListAsync(ct);
        // The oldest consultation first: sealing at its time must not find a later vote that is over.
        foreach (var from in files.Consultations.Consultations.Where(c => c.Opens < 0).OrderBy(c => c.Opens))
        {
            var here = files.Ballots.Ballots.Where(b => b.Consultation == from.Key).ToList();
            if (here.Count > 0) await VoteAsync(from, here, areas, ct);
        }
        clock.Set(now);
        await new Outcomes(db, new Leases(db, clock), clock).RefreshDueAsync(ct);
    }

    private async Task VoteAsync(DemoConsultation from, List<DemoMethodBallot> here, List<Area> areas, CancellationToken ct)
    {
        var consultation = await db.Consultations.SingleAsync(c => c.Slug == from.Slug, ct);
        var titles = here.ConvertAll(b => b.Title);
        if (await db.Ballots.AnyAsync(b => b.ConsultationId == consultation.Id && titles.Contains(b.Title), ct)) return;
        var made = here.ConvertAll(b => (From: b, Ballot: Make(consultation, b)));
        db.Ballots.AddRange(made.Select(b => b.Ballot));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();

        var sealer = new Sealer(db, new Leases(db, clock), clock);
        var (first, last) = (days.At(from.Opens, 12), from.Closes < 0 ? days.At(from.Closes) : now.AddHours(-1));
        var chances = here.ToDictionary(b => b.Key, b => new DemoChoices(b), StringComparer.Ordinal);
        for (var sitting = 0; sitting < Sittings; sitting++)
        {
            clock.Set(first + (last - first) * (sitting / (double)(Sittings - 1)));
            foreach (var (demo, ballot) in made) await CastAsync(ballot, chances[demo.Key], demo.Papers / Sittings, areas, ct);
            await sealer.SealDueAsync(ct);
        }
        if (from.Closes >= 0) return;
        clock.Set(days.At(from.Closes + 1, 1));
        await sealer.SealDueAsync(ct);
    }

    private static Ballot Make(Consultation consultation, DemoMethodBallot from)
    {
        var rules = new BallotRules(from.Method) { MostPicks = from.Picks, Budget = from.Budget * 100, TakesStatements = from.TakesStatements };
        var ballot = new Ballot(consultation, from.Title, rules, consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var (option, order) in from.Options.Select((o, i) => (o, i + 1)))
            ballot.Priorities.Add(new Priority(ballot, option.Title, option.About, order, cost: option.Cost == 0 ? null : option.Cost * 100));
        return ballot;
    }

    private async Task CastAsync(Ballot ballot, DemoChoices choices, int papers, List<Area> areas, CancellationToken ct)
    {
        var everybody = areas.ConvertAll(a => (a.Id, a.Population ?? 1));
        var voters = Enumerable.Range(0, papers).Select(_ => new Participant(Guid.NewGuid(), choices.Pick(Voices), choices.Pick([.. everybody]))).ToList();
        db.Participants.AddRange(voters);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        // At once, so that they share commits; the ballot is read once before.
        var offered = (await ballots.FindAsync(ballot.Id, ct))!;
        var (box, marking) = (new BallotBox(gate, clock), new Marking(db, gate, clock, ballots));
        var casts = ballot.HasMarks
            ? voters.ConvertAll(voter => marking.MarkAllAsync(ballot.Id, voter.Id, choices.Marks(ballot), ct))
            : voters.ConvertAll(voter => box.CastAsync(offered, voter.Id, choices.Next(ballot), ct));
        foreach (var cast in await Task.WhenAll(casts))
        {
            if (cast.Outcome != CastOutcome.Accepted) throw new InvalidOperationException($"{ballot.Title} at {clock.GetUtcNow():u}: {cast.Outcome}");
        }
    }
}
