using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Opinion;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// Works out, from the sealed record, what takes more than adding up: rankings, budgets, opinion groups and breakdowns. It is done in the background
/// by one node at a time, after sealing; pages show what was worked out last and say as of when.
/// </summary>
public sealed class Outcomes(CommunityVoiceDb db, Leases leases, TimeProvider clock)
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    /// <summary>Opinion groups move slowly and cost most: while a ballot is open they are worked out this often at most.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Works out every ballot whose record or offer has changed since; answers how many that were.</summary>
    public async Task<int> RefreshDueAsync(CancellationToken ct)
    {
        if (!await leases.TryTakeAsync("outcomes", LeaseLength, ct)) return 0;
        var now = clock.GetUtcNow();
        var offered = db.Priorities.Offered();
        var due = await db.Ballots.WithPages().Where(b => b.SealedPapers >= BallotResult.FewestPeople
                && (b.Outcome == null || b.Outcome.SealedEntries != b.SealedEntries || b.Outcome.People != b.SealedPapers
                    || b.Outcome.Options != offered.Count(p => p.BallotId == b.Id)
                    || b.Outcome.AssessmentId != (db.DisclosureAssessments.Where(a => a.ConsultationId == b.ConsultationId && a.Dataset == Dataset.Breakdowns).Max(a => (long?)a.Id) ?? 0)))
            .OrderBy(b => b.Id).Select(b => new { b.Id, b.Method, IsClosed = b.ClosedSealAt != null, At = b.Outcome == null ? (DateTimeOffset?)null : b.Outcome.WorkedOutAt }).ToListAsync(ct);
        var done = 0;
        foreach (var ballot in due)
        {
            if (ballot is { Method: BallotMethod.AgreeDisagreePass, IsClosed: false, At: { } at } && now < at + Rest) continue;
            await WorkOutAsync(ballot.Id, ct);
            done++;
        }
        return done;
    }

    /// <summary>Works out one ballot, whether or not anything has changed. Reading and counting hold no lock; only the result is written in a turn.</summary>
    public async Task WorkOutAsync(long ballotId, CancellationToken ct)
    {
        var ballot = await db.Ballots.AsNoTracking().WithOffer().Include(b => b.Outcome).SingleAsync(b => b.Id == ballotId, ct);
        if (ballot.SealedPapers < BallotResult.FewestPeople) return;
        var marks = ballot.HasMarks ? await MarksAsync(ballot, ct) : [];
        var counted = CountedBallot.Of(ballot.Terms(), ballot.HasMarks ? marks.Select(m => MarkText.Write(m.Statement, m.Value)) : await CountingAsync(ballot, ct), ballot.Head ?? "", ct);
        var opinion = ballot.HasMarks ? OpinionUpdate.Of(OpinionVotes.Of(marks, ballot.Priorities.Select(p => p.Id)), published: OpinionMembers.Read(ballot.Outcome?.Members)) : null;
        var (detail, statements) = Detail(counted, opinion);
        var now = clock.GetUtcNow();
        var terms = await db.DisclosureAssessments.TermsAsync(ballot.ConsultationId, Dataset.Breakdowns, ct);
        var (tables, counts) = await new Breakdowns(db, new AreaTree(db), ballot, statements, terms.Profile, now).OfAsync(ballot.Outcome, ct);
        await db.TransactAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var outcome = await db.BallotOutcomes.SingleOrDefaultAsync(o => o.BallotId == ballotId, ct);
            if (outcome is null) db.BallotOutcomes.Add(outcome = new BallotOutcome(ballotId));
            outcome.WorkedOut(ballot.SealedEntries, ballot.SealedPapers, ballot.Priorities.Count, string.Join('\n', ResultText.Of(counted)), detail, now);
            outcome.Break(tables, counts, terms.Assessment, opinion is null ? null : OpinionMembers.Write(opinion.Membership));
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    private static (string Json, IReadOnlyCollection<long> Statements) Detail(CountedBallot counted, OpinionUpdate? opinion)
    {
        if (opinion is not null)
        {
            var detail = OpinionDetail.Of(opinion.Result);
            long[] named = [.. detail.CommonGround.Concat(detail.Dividing).Concat(detail.MostAgree).Concat(detail.MostDisagree).Select(s => s.Id).Distinct()];
            return (JsonSerializer.Serialize(detail, JsonSerializerOptions.Web), named);
        }
        if (counted.Rank is { } rank) return (JsonSerializer.Serialize(RankDetail.Of(rank), JsonSerializerOptions.Web), []);
        return (counted.Budget is { } budget ? JsonSerializer.Serialize(BudgetDetail.Of(budget), JsonSerializerOptions.Web) : "", []);
    }

    // What the public record says now, a text each.
    private async Task<List<string>> CountingAsync(Ballot ballot, CancellationToken ct)
    {
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == ballot.Id && e.Sequence <= ballot.SealedEntries)
            .Select(e => new BallotEntry(e.Commitment, e.Choices, e.Supersedes, null)).ToListAsync(ct);
        return [.. BallotTally.Counting(entries)];
    }

    // What the record says of marks; of imports, which have none, what was imported. Statements that cannot be seen leave no trace.
    private async Task<List<OpinionVote>> MarksAsync(Ballot ballot, CancellationToken ct)
    {
        var offered = ballot.Priorities.Select(p => p.Id).ToHashSet();
        var marks = await db.Marks.AsNoTracking().Where(m => m.BallotId == ballot.Id && m.SealedValue != null)
            .Select(m => new { m.ParticipantId, m.PriorityId, m.SealedValue }).ToListAsync(ct);
        return [.. marks.Where(m => offered.Contains(m.PriorityId)).Select(m => new OpinionVote(m.ParticipantId, m.PriorityId, m.SealedValue!.Value))];
    }
}
