using System.Globalization;
using CommunityVoice.Analysis;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>
/// Counts in the background in which voices and ways people spoke in each consultation, one node at a time. What is published is renewed once ten people
/// more or fewer were heard, or a day has passed, and only where nobody who keeps the old numbers could tell who came (rule R-C8).
/// </summary>
public sealed class HeardTables(CommunityVoiceDb db, Leases leases, TimeProvider clock)
{
    /// <summary>Counting reads everybody, so a consultation is counted this often at most.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);
    private static readonly EntryChannel?[] Ways = [null, .. Enum.GetValues<EntryChannel>().Select(c => (EntryChannel?)c)];
    private static readonly Voice[] Voices = [.. Enum.GetValues<Voice>().Order()];

    /// <summary>Counts what is due; answers how many consultations that were.</summary>
    public async Task<int> RefreshDueAsync(CancellationToken ct)
    {
        if (!await leases.TryTakeAsync("heard-tables", LeaseLength, ct)) return 0;
        var now = clock.GetUtcNow();
        var published = await db.HeardTables.AsNoTracking().Select(t => new { t.ConsultationId, t.People, t.PublishedAt, t.CountedAt, t.Stamp, t.AssessmentId }).ToDictionaryAsync(t => t.ConsultationId, ct);
        var heard = await db.Consultations.AsNoTracking().Published().Where(c => c.People >= HeardFrom.FewestPeople).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.People, c.Comments, Assessment = db.DisclosureAssessments.Where(a => a.ConsultationId == c.Id && a.Dataset == Dataset.Heard).Max(a => (long?)a.Id) ?? 0 }).ToListAsync(ct);
        var done = 0;
        foreach (var c in heard)
        {
            var stamp = string.Create(CultureInfo.InvariantCulture, $"{c.People}-{c.Comments}");
            var isDue = !published.TryGetValue(c.Id, out var last) || last.AssessmentId != c.Assessment
                || (last.Stamp != stamp && last.CountedAt + Rest <= now && (Math.Abs(c.People - last.People) >= SnapshotGuard.FewestNewPapers || last.PublishedAt + SnapshotGuard.Longest <= now));
            if (!isDue) continue;
            await CountAsync(c.Id, stamp, now, ct);
            done++;
        }
        return done;
    }

    /// <summary>What the row of a voice is called in a published table.</summary>
    internal static string LabelOf(Voice voice) => voice == Voice.NotSaid ? "voice not said" : voice.Word();

    private async Task CountAsync(long consultationId, string stamp, DateTimeOffset now, CancellationToken ct)
    {
        var people = await PeopleAsync(consultationId, ct);
        var terms = await db.DisclosureAssessments.TermsAsync(consultationId, Dataset.Heard, ct);
        await db.TransactAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var table = await db.HeardTables.SingleOrDefaultAsync(t => t.ConsultationId == consultationId, ct);
            if (table is null) db.HeardTables.Add(table = new HeardTable(consultationId));
            var guarded = new GuardedTables(table.Tables, table.Kept, now, terms.Profile);
            guarded.Put(HeardFrom.ByVoice, Table([.. Voices.Select(LabelOf)], [.. Voices.Select(v => people.Count(p => p.Voice == v))]));
            // While everybody told us on the site there is nothing to break down.
            if (people.Exists(p => p.Way is not null) || guarded.Had(HeardFrom.ByWay))
                guarded.Put(HeardFrom.ByWay, Table([.. Ways.Select(w => w?.Word() ?? EntryChannelWords.OnTheSite)], [.. Ways.Select(w => people.Count(p => p.Way == w))]));
            if (guarded.Published != table.Tables) table.Publish(guarded.Published, guarded.Kept, people.Count, now);
            table.Counted(stamp, terms.Assessment, now);
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    private static CountTable Table(IReadOnlyList<string> labels, IReadOnlyList<int> people) => new(labels, [""], [.. people.Select(p => new[] { p })]) { Known = KnownTotals.Grand };

    // Whoever speaks in two voices is one person; the voice of a body they speak for comes first. An answer that was entered for somebody is a person of its own.
    private async Task<List<(Voice Voice, EntryChannel? Way)>> PeopleAsync(long consultationId, CancellationToken ct)
    {
        var said = await db.Comments.AsNoTracking().Where(c => c.ConsultationId == consultationId && c.MeetingId == null).Counted()
            .Select(c => new { c.AuthorId, Name = c.AuthorId == null && c.Channel == null ? c.AuthorName : "", Entered = c.Channel == null ? 0 : c.Id, c.Voice, c.Channel }).Distinct().ToListAsync(ct);
        return [.. said.GroupBy(s => (s.AuthorId, s.Name, s.Entered)).Select(p => (p.Max(s => s.Voice), p.First().Channel))];
    }
}
