using System.Globalization;
using CommunityVoice.AnnualReports;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.AnnualReports;
using CommunityVoice.Web.Pages.Recommendations;
using CommunityVoice.Web.Pages.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.OpenData;

/// <summary>Open data of what was heard, asked for and planned.</summary>
public sealed class ReportFiles(CommunityVoiceDb db, DecisionLog log, SummaryReadings summaries, StrategyVoices voices, HeardFrom heardFrom, TimeProvider clock)
{
    public async Task<DataRows<SummaryData>?> SummariesAsync(DataPage page, CancellationToken ct)
    {
        var rows = await db.SummaryVersions.AsNoTracking().Newest().Where(v => v.Id > page.After).OrderBy(v => v.Id).Take(page.ToRead)
            .Select(v => new SummaryData(v.Id, v.Summary.Slug, v.Title, v.Number, v.PublishedAt!.Value, v.Sections.Where(s => s.Kind == SectionKind.Summary).Select(s => s.Body).FirstOrDefault() ?? "",
                v.Summary.By.Name, v.Summary.Consultation.Title, v.Summary.Consultation.Slug, v.Summary.Consultation.Area.Name, $"/summaries/{v.Summary.Slug}", new List<string>())).ToListAsync(ct);
        var keys = rows.ConvertAll(r => r.Key);
        var writing = from v in db.SummaryVersions
                      join a in db.SummaryAuthors on v.SummaryId equals a.SummaryId
                      where keys.Contains(v.Id) && a.SignedAt <= v.PublishedAt && (a.LeftAt == null || a.LeftAt > v.PublishedAt)
                      orderby a.SignedAt, a.Id
                      select new { v.Id, a.Body.Slug };
        var authors = (await writing.ToListAsync(ct)).ToLookup(a => a.Id, a => a.Slug);
        return new("What we heard", "/summaries", [PageTag.Lists], rows.ConvertAll(r => r with { CoAuthors = [.. authors[r.Key]] }));
    }

    /// <summary>In the newest version, or in the one that the key names: the slug, and the number.</summary>
    public async Task<DataThing<SummaryWhole>?> SummaryAsync(string key, CancellationToken ct)
    {
        var (slug, number) = Named(key);
        if (await summaries.FindAsync(slug, number, ct) is not { } reading) return null;
        var whole = SummaryWhole.Of(reading.Version, reading.Recommendations,
            [.. reading.Versions.Select(v => new VersionData(v.Number, v.PublishedAt, v.Correction, $"/summaries/{slug}/v{v.Number}"))], reading.Variants, Quoted.Gone, reading.Today);
        return new(reading.Version.Title, whole.Summary.Path, [PageTag.Summary(reading.Version.SummaryId), PageTag.Consultation(reading.Summary.ConsultationId)], whole);
    }

    public async Task<DataRows<RecommendationData>?> RecommendationsAsync(DataPage page, CancellationToken ct)
    {
        var rows = await db.Recommendations.Sent().Where(r => r.Id > page.After).OrderBy(r => r.Id).Take(page.ToRead).ToRowsAsync(UkTime.Today(clock), ct);
        return new("What was recommended, and what was answered", "/recommendations", [PageTag.Lists], rows.ConvertAll(RecommendationData.Of));
    }

    public async Task<DataThing<RecommendationWhole>?> RecommendationAsync(string id, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        if (await RecommendationReading.FindAsync(db, long.Parse(id, CultureInfo.InvariantCulture), today, ct) is not { Recommendation: var found } reading) return null;
        var grounds = reading.Grounds.Select(g => new GroundData(g.Number, g.Heading, g.Comments, g.Results));
        return new(found.Ask, $"/recommendations/{id}", [PageTag.Summary(found.SummaryId), PageTag.Consultation(found.Summary.ConsultationId)], RecommendationWhole.Of(found, [.. grounds], reading.Escalations, today));
    }

    public async Task<DataRows<AnnualReportData>?> AnnualReportsAsync(DataPage page, CancellationToken ct)
    {
        var rows = await db.AnnualReports.AsNoTracking().Published().Newest().Include(r => r.By).Where(r => r.Id > page.After).OrderBy(r => r.Id).Take(page.ToRead).ToListAsync(ct);
        return new("Annual reports", "/annual-reports", [PageTag.Lists], rows.ConvertAll(AnnualReportData.Of));
    }

    /// <summary>In the newest version, or in the one that the key names: the slug, and the number.</summary>
    public async Task<DataThing<AnnualReportWhole>?> AnnualReportAsync(string key, CancellationToken ct)
    {
        var (slug, number) = Named(key);
        if (await AnnualReading.FindAsync(db, slug, number, ct) is not { } reading) return null;
        var whole = AnnualReportWhole.Of(reading.Report, [.. reading.Versions.Select(v => new VersionData(v.Number, v.PublishedAt, v.Correction, $"/annual-reports/{slug}/v{v.Number}"))]);
        return new(reading.Report.Title, whole.Report.Path, [PageTag.Lists], whole);
    }

    public async Task<DataRows<ReviewData>?> ReviewsAsync(DataPage page, CancellationToken ct) =>
        new("Neighbourhood reviews", "/reviews", [PageTag.Lists], await ReviewData.Of(db.Reviews.AsNoTracking().Where(r => r.Id > page.After)).Take(page.ToRead).ToListAsync(ct));

    public async Task<DataThing<ReviewWhole>?> ReviewAsync(string slug, CancellationToken ct)
    {
        if (await db.Reviews.AsNoTracking().Whole().SingleOrDefaultAsync(r => r.Slug == slug, ct) is not { } review) return null;
        var meetings = await db.ReviewMeetings.AsNoTracking().Where(m => m.ReviewId == review.Id).ToListAsync(ct);
        var consultations = await HeardInReview.ConsultationsOf(db, review.Id).Select(c => c.Id).ToListAsync(ct);
        var heard = await HeardInReview.OfAsync(heardFrom, consultations, ct);
        var endings = await EndedIn.OfAsync(db, [.. review.Threads.Select(t => t.Id)], ct);
        return new(review.Title, $"/reviews/{slug}", [PageTag.Review(review.Id), PageTag.Lists, .. consultations.Select(PageTag.Consultation)],
            ReviewWhole.Of(review, heard, endings, meetings, UkTime.Today(clock)));
    }

    /// <summary>One test question with every answer; the key is the review's slug and the number.</summary>
    public async Task<DataThing<QuestionData>?> QuestionAsync(string key, CancellationToken ct)
    {
        var (slug, number) = Named(key);
        if (await db.TestQuestions.AsNoTracking().Include(q => q.Item).Include(q => q.Asked).Include(q => q.By).Include(q => q.Answers)
            .SingleOrDefaultAsync(q => q.Review.Slug == slug && q.Number == number, ct) is not { } found) return null;
        var question = QuestionData.Of(slug, found.Item?.Code, found, UkTime.Today(clock));
        return new(question.Text, question.Path, [PageTag.Review(found.ReviewId)], question);
    }

    public async Task<DataRows<StrategyData>?> StrategiesAsync(DataPage page, CancellationToken ct)
    {
        var rows = await db.StrategyVersions.AsNoTracking().Newest().Where(v => v.Id > page.After).OrderBy(v => v.Id).Take(page.ToRead)
            .Select(v => new StrategyData(v.Id, v.Strategy.Slug, v.Title, v.Number, v.PublishedAt!.Value, v.Strategy.Area.Name, v.Strategy.Area.Slug, v.Strategy.By.Name, v.Strategy.By.Slug, new List<string>(),
                v.Actions.Count, v.Lines.Count, v.Lines.Sum(l => l.Pence), $"/strategies/{v.Strategy.Slug}", v.Focus, v.FocusYear == null ? null : FinancialYear.Words(v.FocusYear.Value))).ToListAsync(ct);
        var keys = rows.ConvertAll(r => r.Key);
        var writing = from v in db.StrategyVersions
                      join a in db.StrategyAuthors on v.StrategyId equals a.StrategyId
                      where keys.Contains(v.Id) && a.SignedAt <= v.PublishedAt && (a.LeftAt == null || a.LeftAt > v.PublishedAt)
                      orderby a.SignedAt, a.Id
                      select new { v.Id, a.Body.Slug };
        var authors = (await writing.ToListAsync(ct)).ToLookup(a => a.Id, a => a.Slug);
        return new("What is planned", "/strategies", [PageTag.Lists], rows.ConvertAll(r => r with { CoAuthors = [.. authors[r.Key]] }));
    }

    public async Task<DataRows<LoggedDecision>?> DecisionsAsync(DataPage page, CancellationToken ct) =>
        new("What was decided", "/decisions", [PageTag.Lists], await log.AfterAsync(new(), page.After, page.ToRead, ct));

    public async Task<DataRows<NationalAsk>?> NationalAsksAsync(DataPage page, CancellationToken ct) =>
        new("What places ask for nationally", "/national-asks", [PageTag.Lists], await db.StrategyVersions.AsNoTracking().Newest().ToAsks(page.After).Take(page.ToRead).ToListAsync(ct));

    /// <summary>In the newest version, or in the one that the key names: the slug, and the number.</summary>
    public async Task<DataThing<StrategyWhole>?> StrategyAsync(string key, CancellationToken ct)
    {
        var (slug, number) = Named(key);
        var versions = await db.StrategyVersions.AsNoTracking().Where(v => v.Strategy.Slug == slug && v.PublishedAt != null).OrderByDescending(v => v.Number)
            .Select(v => new { v.Id, Data = new VersionData(v.Number, v.PublishedAt!.Value, v.Why, $"/strategies/{slug}/v{v.Number}") }).ToListAsync(ct);
        if ((number is null ? versions.FirstOrDefault() : versions.Find(v => v.Data.Number == number)) is not { } wanted) return null;
        var version = await db.StrategyVersions.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(v => v.Id == wanted.Id, ct);
        var findings = await FindingLink.OfAsync(db, [.. version.Actions.SelectMany(a => a.Findings).Select(f => f.FindingId)], ct);
        var whole = StrategyWhole.Of(version, findings, await NeedsReading.OfAsync(db, version.StrategyId, ct), [.. versions.Select(v => v.Data)]);
        return new(version.Title, whole.Strategy.Path, [PageTag.Strategy(version.StrategyId), PageTag.Area(version.Strategy.AreaId), PageTag.Lists],
            whole with { Voice = wanted.Id == versions[0].Id ? await voices.OfAsync(version, ct) : null });
    }

    /// <summary>Whether the money of the newest version follows the voice.</summary>
    public async Task<DataThing<StrategyVoice>?> VoiceAsync(string slug, CancellationToken ct)
    {
        if (await db.StrategyVersions.AsNoTrackingWithIdentityResolution().Newest().Whole().SingleOrDefaultAsync(v => v.Strategy.Slug == slug, ct) is not { } version) return null;
        var voice = await voices.OfAsync(version, ct);
        return new($"Does the money follow the voice? {version.Title}", voice.Path, [PageTag.Strategy(version.StrategyId), PageTag.Area(version.Strategy.AreaId), PageTag.Lists], voice);
    }

    // "what-we-heard" or, of its first version, "what-we-heard/1".
    private static (string Slug, int? Number) Named(string key) =>
        key.Split('/') is [var slug, var number] ? (slug, int.Parse(number, CultureInfo.InvariantCulture)) : (key, null);
}
