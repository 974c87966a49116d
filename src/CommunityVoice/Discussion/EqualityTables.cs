using System.Text.Json;
using CommunityVoice.Analysis;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>
/// Counts in the background what those who took part told about themselves, one table a question. Such answers are special-category data, so that they go through
/// 10–5 at least (rule R-C3), behind the assessment of who was heard (R-C14), and are renewed only where nobody can tell who came (R-C8).
/// </summary>
/// <remarks>
/// Each table is protected as if it were known exactly how many answered its question, so the tables that share its people, by voice, by way and by place,
/// tell nothing of its rows. What they share is a limit: nobody answers who did not speak or vote on the site. Where nearly all of those did answer, the sum
/// of the rows tells how few left the question out, and how few told us in another way. So a question is told only while more than its profile hides left it
/// out, counted without joining votes to accounts: of those who spoke and those who voted, the larger number.
/// </remarks>
public sealed class EqualityTables(CommunityVoiceDb db, Leases leases, EqualityQuestions questions, TimeProvider clock)
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    /// <summary>Counts what is due; answers how many consultations that were.</summary>
    public async Task<int> RefreshDueAsync(CancellationToken ct)
    {
        if (!await leases.TryTakeAsync("equality-tables", LeaseLength, ct)) return 0;
        var now = clock.GetUtcNow();
        var known = await db.EqualityTables.AsNoTracking().Select(t => new { t.ConsultationId, t.Stamp, t.CountedAt }).ToDictionaryAsync(t => t.ConsultationId, ct);
        var done = 0;
        foreach (var id in await db.EqualityAnswers.Select(a => a.ConsultationId).Union(db.EqualityTables.Select(t => t.ConsultationId)).Order().ToListAsync(ct))
        {
            if (known.TryGetValue(id, out var last) && last.CountedAt + HeardTables.Rest > now) continue;
            var terms = await db.DisclosureAssessments.TermsAsync(id, Dataset.Heard, ct);
            var counts = await db.EqualityAnswers.Where(a => a.ConsultationId == id).GroupBy(a => new { a.Question, a.Answer }).Select(g => new { g.Key.Question, g.Key.Answer, Count = g.Count() }).ToListAsync(ct);
            var asked = await FewestAskedAsync(id, ct);
            var withheld = questions.All.Where(q => counts.Where(c => c.Question == q.Code).Sum(c => c.Count) is > 0 and var answered && IsLeftOutByFew(asked, answered, terms)).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
            var stamp = Hashes.Sha256([$"{terms.Assessment}", .. withheld.Order(StringComparer.Ordinal), .. counts.Select(c => FormattableString.Invariant($"{c.Question} {c.Answer} {c.Count}")).Order(StringComparer.Ordinal)]);
            if (last?.Stamp == stamp)
            {
                await db.EqualityTables.Where(t => t.ConsultationId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.CountedAt, now), ct); // it rests all the same
                continue;
            }
            await CountAsync(id, terms, counts.ToDictionary(c => (c.Question, c.Answer), c => c.Count), withheld, stamp, now, ct);
            done++;
        }
        return done;
    }

    /// <summary>The tables that may be shown, by question; none where nobody has assessed them, or too few answered or left it out.</summary>
    public async Task<(Dictionary<string, PublishedTable> Tables, bool Waits)> OfAsync(long consultationId, CancellationToken ct)
    {
        var terms = await db.DisclosureAssessments.TermsAsync(consultationId, Dataset.Heard, ct);
        var json = terms.MayBePublished ? await db.EqualityTables.Where(t => t.ConsultationId == consultationId).Select(t => t.Tables).SingleOrDefaultAsync(ct) : null;
        var tables = string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Dictionary<string, PublishedTable>>(json, JsonSerializerOptions.Web)!;
        return (tables.Where(t => terms.Allow(t.Value.Profile)).ToDictionary(StringComparer.Ordinal), terms.Assessment == 0);
    }

    /// <summary>The tables that may be shown, beside those who live in the area of the consultation.</summary>
    public async Task<WhoTookPart> BesideAsync(Consultation consultation, CancellationToken ct)
    {
        var (shown, waits) = await OfAsync(consultation.Id, ct);
        var period = await db.AreaPopulations.Where(p => p.AreaId == consultation.AreaId && p.Group == "persons").MaxAsync(p => p.Period, ct);
        var population = await db.AreaPopulations.Where(p => p.AreaId == consultation.AreaId && p.Period == period).ToDictionaryAsync(p => p.Group, p => p.People, StringComparer.Ordinal, ct);
        return new(ReachGap.Of(questions, shown, population), waits, period);
    }

    private static DisclosureProfile ProfileOf(DisclosureTerms terms) => terms.Profile == DisclosureProfile.SubNational ? DisclosureProfile.TenFive : terms.Profile;

    private static bool IsLeftOutByFew(int asked, int answered, DisclosureTerms terms) => asked <= answered || ProfileOf(terms).Hides(asked - answered);

    // At least so many could have answered. Forms that staff entered, and letter codes, have no account to answer with.
    private async Task<int> FewestAskedAsync(long consultationId, CancellationToken ct)
    {
        var spoke = await db.Comments.Where(c => c.ConsultationId == consultationId && c.AuthorId != null && c.Channel == null && c.MeetingId == null).Counted().Select(c => c.AuthorId).Distinct().CountAsync(ct);
        var voted = await db.BallotPapers.Where(p => p.Ballot.ConsultationId == consultationId && p.WithdrawnAt == null && (p.Tier == VoterTier.EmailConfirmed || p.Tier == VoterTier.PostcodeInArea))
            .Select(p => p.ParticipantId).Distinct().CountAsync(ct);
        return Math.Max(spoke, voted);
    }

    private Task CountAsync(long consultationId, DisclosureTerms terms, Dictionary<(string, string), int> counts, HashSet<string> withheld, string stamp, DateTimeOffset now, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var table = await db.EqualityTables.SingleOrDefaultAsync(t => t.ConsultationId == consultationId, ct);
        if (table is null) db.EqualityTables.Add(table = new EqualityTable(consultationId));
        var guarded = new GuardedTables(table.Tables, table.Kept, now, ProfileOf(terms));
        foreach (var question in questions.All)
        {
            if (withheld.Contains(question.Code))
            {
                guarded.Leave(question.Code);
                continue;
            }
            List<EqualityOption> answers = [.. question.Answers];
            guarded.Put(question.Code, new CountTable(answers.ConvertAll(a => a.Words), [""], answers.ConvertAll(a => new[] { counts.GetValueOrDefault((question.Code, a.Code)) })) { Known = KnownTotals.Grand });
        }
        table.Counted(guarded.Published, guarded.Kept, stamp, now);
        await db.SaveChangesAsync(ct);
    }, ct);
}
