using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Has the invented place vote: papers are cast, sealed and, where the vote is over, closed by the same classes as anyone's.</summary>
internal sealed class DemoVotes(CommunityVoiceDb db, WriteGate gate, BallotsAtHand ballots, DemoFiles files, DemoDays days, DateTimeOffset now)
{
    private const int Sittings = 6;
    private static readonly (Voice Voice, int Weight)[] Voices =
        [(Voice.Resident, 58), (Voice.Carer, 22), (Voice.CommunityGroup, 9), (Voice.PrimaryCare, 6), (Voice.WorksHere, 5)];

    // Always the same choices, so that pictures and figures of the demo stay the same.
    private readonly Random chance = new(20261121);
    private readonly DemoClock clock = new(now);

    public async Task SaveAsync(CancellationToken ct)
    {
        var areas = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Ward).OrderBy(a => a.Id).ToListAsync(ct);
        // The oldest first: sealing at its time must not find a later vote that is over.
        foreach (var from in files.Consultations.Consultations.Where(c => c.Ballot is not null && c.Opens < 0).OrderBy(c => c.Opens))
        {
            var ballot = await db.Ballots.AsNoTracking().Include(b => b.Priorities).SingleAsync(b => b.Consultation.Slug == from.Slug && b.Title == from.Ballot!.Title, ct);
            if (ballot.Papers == 0) await VoteAsync(ballot, from, areas, ct);
        }
    }

    private async Task VoteAsync(Ballot ballot, DemoConsultation from, List<Area> areas, CancellationToken ct)
    {
        var voters = await VotersAsync(from.Ballot!.Papers, areas, ct);
        var papers = voters.ConvertAll(voter => (voter, Dots: Choose(ballot, from.Ballot)));
        var (first, last) = (days.At(from.Opens, 12), from.Closes < 0 ? days.At(from.Closes) : now.AddHours(-1));
        var sealer = new Sealer(db, new Leases(db, clock), clock);
        foreach (var (sitting, number) in papers.Chunk(papers.Count / Sittings + 1).Select((papers, i) => (papers, i)))
        {
            clock.Set(first + (last - first) * (number / (double)(Sittings - 1)));
            // At once, so that they share commits; the ballot is read once before.
            var (box, offered) = (new BallotBox(gate, clock), (await ballots.FindAsync(ballot.Id, ct))!);
            foreach (var cast in await Task.WhenAll(sitting.Select(paper => box.CastAsync(offered, paper.voter, DotsText.Write(paper.Dots), ct))))
            {
                if (cast.Outcome != CastOutcome.Accepted) throw new InvalidOperationException($"{from.Slug} at {clock.GetUtcNow():u}: {cast.Outcome}");
            }
            await sealer.SealDueAsync(ct);
        }
        if (from.Closes >= 0) return;
        clock.Set(days.At(from.Closes + 1, 1));
        await sealer.SealDueAsync(ct);
    }

    /// <summary>Those with an account who do not stand behind a sign-in button, and for the rest people who filled in paper forms.</summary>
    private async Task<List<Guid>> VotersAsync(int count, List<Area> areas, CancellationToken ct)
    {
        var emails = files.Place.People.Where(p => p.Role is null).Select(p => p.Email).ToList();
        var voters = new List<Guid>();
        foreach (var person in await db.People.Where(p => emails.Contains(p.Email!)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct))
        {
            voters.Add(await new Participants(db).ForAsync(person, ct));
        }
        var everybody = areas.ConvertAll(a => (a.Id, a.Population ?? 1));
        for (var i = voters.Count; i < count; i++)
        {
            var participant = new Participant(Guid.NewGuid(), Pick(Voices), Pick([.. everybody]));
            db.Participants.Add(participant);
            voters.Add(participant.Id);
        }
        await db.SaveChangesAsync(ct);
        return voters;
    }

    /// <summary>Two to four priorities by their weight; the first takes what dots remain, up to the cap.</summary>
    private Dictionary<long, int> Choose(Ballot ballot, DemoBallot from)
    {
        var offered = from.Priorities.ConvertAll(p => (ballot.Priorities.Single(o => o.Title == p.Title).Id, p.Weight));
        var dots = new Dictionary<long, int>();
        for (var kinds = chance.Next(2, 5); kinds > 0; kinds--)
        {
            var picked = Pick([.. offered]);
            offered.RemoveAll(o => o.Id == picked);
            dots[picked] = 1;
        }
        foreach (var id in dots.Keys.ToList()) dots[id] += Math.Min(ballot.MostOnOne - 1, Math.Max(0, ballot.DotsEach - dots.Values.Sum()));
        return dots;
    }

    private T Pick<T>(ReadOnlySpan<(T Thing, int Weight)> things)
    {
        var total = 0;
        foreach (var (_, weight) in things) total += weight;
        var at = chance.Next(total);
        foreach (var (thing, weight) in things)
        {
            if ((at -= weight) < 0) return thing;
        }
        return things[^1].Thing;
    }
}
