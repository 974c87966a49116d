using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using Microsoft.EntityFrameworkCore;
using DiscussionThreads = CommunityVoice.Discussion.Threads;

namespace CommunityVoice.Web.OpenData;

/// <summary>Open data of consultations, of what was said in them and of what was chosen.</summary>
public sealed class ConsultationFiles(CommunityVoiceDb db, HeardFrom heard, EqualityTables equality, ReachPlan plan, BallotResults results, ChecklistDesk checklists, ChecklistLibrary library, DecisionReadings decisions, TimeProvider clock)
{
    public async Task<DataRows<ConsultationData>?> ListAsync(DataPage page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.Consultations.AsNoTracking().Published().RestingOn(page.Hook).Where(c => c.Id > page.After).OrderBy(c => c.Id).Take(page.ToRead)
            .Include(c => c.Area).Include(c => c.AskedBy).ToListAsync(ct);
        var notShown = await NotShownAsync(found.ConvertAll(c => c.Id), ct);
        return new("Consultations", "/consultations", [PageTag.Lists], [.. found.Select(c => ConsultationData.Of(c, now) with { PeopleNotShown = notShown.GetValueOrDefault(c.Id) })]);
    }

    public async Task<DataThing<ConsultationWhole>?> WholeAsync(string slug, CancellationToken ct)
    {
        var found = await db.Consultations.AsNoTracking().Published().Include(c => c.Area).Include(c => c.AskedBy).Include(c => c.Documents).Include(c => c.Changes).Include(c => c.Events)
            .AsSplitQuery().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (found is null) return null;
        var ballots = await db.Ballots.AsNoTracking().Include(b => b.Consultation).Where(b => b.ConsultationId == found.Id).OrderBy(b => b.OpensAt).ThenBy(b => b.Id).ToListAsync(ct);
        var summaries = await db.SummaryVersions.Where(v => v.Summary.ConsultationId == found.Id && v.PublishedAt != null
                && !v.Summary.Versions.Any(later => later.PublishedAt != null && later.Number > v.Number))
            .OrderBy(v => v.Id).Select(v => new TitleData(v.Title, $"/summaries/{v.Summary.Slug}")).ToListAsync(ct);
        var whole = ConsultationWhole.Of(found, clock.GetUtcNow(), await heard.OfAsync(found, ct), await plan.OfAsync(found.Id, ct), ballots, summaries, await db.DisclosureAssessments.AllowAsync(found.Id, Dataset.Comments, ct));
        return new(found.Title, $"/consultations/{slug}", [PageTag.Consultation(found.Id), PageTag.Area(found.AreaId), PageTag.Lists], whole with
        {
            Consultation = whole.Consultation with { PeopleNotShown = (await NotShownAsync([found.Id], ct)).GetValueOrDefault(found.Id) },
            Meetings = (await heard.MeetingsAsync(found.Id, ct)).ConvertAll(m => MeetingName.Of(m, slug)),
            Decision = await decisions.OfAsync(found, null, ct) is { } reading ? DecisionData.Of(reading, slug, found.Area.Slug) : null,
        });
    }

    /// <summary>What was decided, in the newest version unless the query names another; until then, when it is due. None where nobody decides.</summary>
    public async Task<DataThing<DecisionData>?> DecisionAsync(string slug, IQueryCollection query, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return null;
        int? version = int.TryParse(query[DataPage.VersionKey].ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        if (await decisions.OfAsync(found, version, ct) is not { } reading || (reading.Record is null && version is not null)) return null;
        var decision = DecisionData.Of(reading, slug, found.Area.Slug);
        return new($"The decision on {found.Title}", decision.Path, [PageTag.Consultation(found.Id), PageTag.Lists], decision);
    }

    /// <summary>A paper as it reads now, or in the version that the key names: the slugs of the consultation and of the paper, and the number.</summary>
    public async Task<DataThing<PaperData>?> PaperAsync(string key, CancellationToken ct)
    {
        var parts = key.Split('/');
        int? number = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null;
        var open = db.Documents.AsNoTrackingWithIdentityResolution().Where(d => d.Consultation.PublishedAt != null);
        if (await DocumentDesk.FindAsync(open, parts[0], parts[1], ct) is not { } found || found.Current() is not { } current) return null;
        if ((number is null || number == current.Number ? current : found.Versions.Find(v => v.Number == number)) is not { } version) return null;
        var paper = PaperData.Of(found, version, await DocumentDesk.SaidAsync(db, found.Id, ct));
        return new($"{found.Title}: {found.Consultation.Title}", paper.Path, [PageTag.Consultation(found.ConsultationId)], paper);
    }

    /// <summary>What was written down of a meeting; the key is the consultation's slug and the number.</summary>
    public async Task<DataThing<MeetingData>?> MeetingAsync(string key, CancellationToken ct)
    {
        var parts = key.Split('/');
        var (slug, id) = (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
        if (await db.Meetings.AsNoTracking().Standing().Include(m => m.EnteredFor).Include(m => m.Consultation)
            .SingleOrDefaultAsync(m => m.Id == id && m.Consultation.Slug == slug && m.Consultation.PublishedAt != null, ct) is not { } found) return null;
        var points = await db.Comments.AsNoTracking().Visible().Where(c => c.MeetingId == id).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        var meeting = MeetingData.Of(found, points);
        return new($"Meeting at {found.Place}: {found.Consultation.Title}", meeting.Path, [PageTag.Consultation(found.ConsultationId)], meeting);
    }

    /// <summary>What shows that it keeps to the principles, item by item.</summary>
    public async Task<DataThing<ChecklistData>?> ChecklistAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } found) return null;
        var list = library.ForConsultations;
        return new($"{list.Title}: {found.Title}", $"/consultations/{slug}/checklist", [PageTag.Consultation(found.Id)], ChecklistData.Of(list, null, await checklists.RowsAsync(list, ChecklistOf.One(found), ct)));
    }

    /// <summary>Everything with a place in the discussion, oldest first; what is gone says only that.</summary>
    public async Task<DataRows<CommentData>?> CommentsAsync(string slug, DataPage page, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } found) return null;
        if (!await db.DisclosureAssessments.AllowAsync(found.Id, Dataset.Comments, ct))
            return new("", "", [], [], "This file is published once somebody has assessed what it could tell of single people. Until then each comment can be read on its page.");
        var rows = await DiscussionThreads.Rows(db.Comments.Placed().Where(c => c.ConsultationId == found.Id && c.Id > page.After).OrderBy(c => c.Id).Take(page.ToRead)).ToListAsync(ct);
        var shared = await SharedAsync(found.Id, page, ct);
        return new($"What was said: {found.Title}", $"/consultations/{slug}", [PageTag.Consultation(found.Id)], rows.ConvertAll(c => InWords(CommentData.Of(c, slug), shared)));
    }

    public async Task<DataThing<CommentData>?> CommentAsync(string key, CancellationToken ct)
    {
        var parts = key.Split('/');
        var (slug, id) = (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
        if (await FindAsync(slug, ct) is not { } found) return null;
        if (await DiscussionThreads.Rows(db.Comments.Placed().Where(c => c.ConsultationId == found.Id && c.Id == id)).SingleOrDefaultAsync(ct) is not { } row) return null;
        string? gone = row.Gone switch
        {
            Gone.Withdrawn => "withdrawn: the author took this comment back.",
            Gone.Removed => $"removed: a moderator removed this comment{(row.RemovedRule is { } rule ? $" under the house rule “{rule}”" : "")}.",
            _ => null,
        };
        // What others sent in the same words would tell the words of one that a moderator is checking.
        var comment = CommentData.Of(row, slug) with { SameWords = row.Gone == Gone.No ? (await db.SameWordsAsync([id], ct)).GetValueOrDefault(id)?.FirstId : null };
        return new($"A comment on {found.Title}", comment.Path, [PageTag.Consultation(found.Id)], gone is null ? comment : null, gone);
    }

    /// <summary>Those who took part, by what they told about themselves.</summary>
    public async Task<DataThing<TookPartData>?> TookPartAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } found) return null;
        var data = TookPartData.Of(slug, await equality.BesideAsync(found, ct));
        return new($"Who took part in {found.Title}", data.Path, [PageTag.Consultation(found.Id), PageTag.Area(found.AreaId)], data);
    }

    /// <summary>What several people sent in nearly the same words.</summary>
    public async Task<DataThing<SameWordsData>?> SameWordsAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } found) return null;
        var data = SameWordsData.Of(slug, await db.NearCopies.Where(n => n.ConsultationId == found.Id).GroupsAsync(db, ct));
        return new($"Sent in nearly the same words: {found.Title}", data.Path, [PageTag.Consultation(found.Id)], data);
    }

    /// <summary>The public count by the same results as the page, with the breakdowns that the page may show.</summary>
    public async Task<DataThing<ResultsData>?> ResultsAsync(string id, CancellationToken ct)
    {
        if (await results.OfAsync(long.Parse(id, CultureInfo.InvariantCulture), ct) is not { } result) return null;
        var terms = await db.DisclosureAssessments.TermsAsync(result.Ballot.ConsultationId, Dataset.Breakdowns, ct);
        var view = new ResultsView(result, terms, ResultsCut.Everyone, 1);
        return new($"Results: {result.Ballot.Title}", $"/ballots/{id}/results", [.. result.Ballot.PageTags], ResultsData.Of(result, view.Tables));
    }

    // Of comments that others sent in nearly the same words, the number that they have together; of those on the page of a file.
    private async Task<Dictionary<long, long>> SharedAsync(long consultationId, DataPage page, CancellationToken ct)
    {
        var copies = db.NearCopies.AsNoTracking().Where(n => n.ConsultationId == consultationId);
        var groups = (await copies.GroupsAsync(db, ct)).ToDictionary(g => g.CopiesOf, g => g.FirstId);
        var here = await copies.Where(n => n.CommentId > page.After).OrderBy(n => n.CommentId).Take(page.ToRead).Select(n => new { n.CommentId, n.FirstId }).ToListAsync(ct);
        return here.Where(n => groups.ContainsKey(n.FirstId)).ToDictionary(n => n.CommentId, n => groups[n.FirstId]);
    }

    private static CommentData InWords(CommentData comment, Dictionary<long, long> shared) =>
        comment.State == CommentData.Visible && shared.TryGetValue(comment.Id, out var first) ? comment with { SameWords = first } : comment;

    // Each answer that only counts is one person; told only of consultations whose comments may be published as a file, since only they can be counted again.
    private async Task<Dictionary<long, int?>> NotShownAsync(List<long> consultations, CancellationToken ct)
    {
        var terms = await db.DisclosureAssessments.Where(a => consultations.Contains(a.ConsultationId)).TermsAsync(Dataset.Comments, ct);
        var people = await db.Comments.CountedOnly().Where(c => consultations.Contains(c.ConsultationId)).GroupBy(c => c.ConsultationId).Select(g => new { g.Key, People = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.People, ct);
        return terms.Where(t => t.Value.MayBePublished).ToDictionary(t => t.Key, t => (int?)people.GetValueOrDefault(t.Key));
    }

    private Task<Consultation?> FindAsync(string slug, CancellationToken ct) => db.Consultations.AsNoTracking().Published().SingleOrDefaultAsync(c => c.Slug == slug, ct);
}
