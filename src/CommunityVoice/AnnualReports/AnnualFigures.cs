using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.AnnualReports;

/// <summary>The days of a year that are counted: all of it, or until now where it is not over.</summary>
public sealed record AnnualPeriod(int Year, DateTimeOffset From, DateTimeOffset Before, DateTimeOffset Now)
{
    public static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    public DateOnly Today => UkTime.Day(Now);
    public bool IsOver => Before <= Now;

    public static AnnualPeriod Of(int year, DateTimeOffset now) => new(year, UkTime.StartOf(FinancialYear.FirstDay(year)), UkTime.EndOf(FinancialYear.LastDay(year)), now);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Uk);

    public static string Day(DateTimeOffset at) => Day(UkTime.Day(at));

    public static string Count(int number, string one, string many) => $"{number.ToString("N0", Uk)} {(number == 1 ? one : many)}";
}

/// <summary>Makes the figures of a body's year from records alone: whom it heard, what it published and asked for, what came of it, and what nobody knows.</summary>
public sealed class AnnualFigures(CommunityVoiceDb db, AnnualOutcomes outcomes)
{
    public async Task<AnnualPack> CountAsync(long bodyId, int year, DateTimeOffset now, CancellationToken ct)
    {
        var period = AnnualPeriod.Of(year, now);
        // What it asked itself, and what it told of in a summary.
        var own = db.Consultations.AsNoTracking().Published().Where(c => c.AskedById == bodyId || db.SummaryVersions.Any(v => v.PublishedAt != null && v.Summary.ConsultationId == c.Id && v.Summary.ById == bodyId));
        var open = await own.Include(c => c.AskedBy).Where(c => c.OpensAt < period.Before && c.OpensAt <= now && (c.ClosesAt == null || c.ClosesAt > period.From))
            .OrderBy(c => c.OpensAt).ThenBy(c => c.Id).ToListAsync(ct);
        var ids = open.ConvertAll(c => c.Id);
        var said = db.Comments.Where(c => ids.Contains(c.ConsultationId)).HeardBy(period.Before).Where(c => c.ShownAt >= period.From || (c.ShownAt == null && c.CountedAt >= period.From));
        var heard = await said.WhoAsync(new Dictionary<long, AreaLinkRow>(), ct);
        var (ballots, notKnown) = (await BallotsAsync(ids, period, ct), new List<string>());
        List<AnnualFigure> figures =
        [
            Consultations(open, await PeopleAsync(said, ct), bodyId),
            Heard("channels", "Who was heard, by how they told us", heard, HeardFigures.ByChannel(heard)),
            Heard("voices", "Who was heard, by voice", heard, HeardFigures.ByVoice(heard)),
            Votes(ballots, period),
            .. await outcomes.OfAsync(bodyId, own, period, notKnown, ct),
        ];
        return new(figures, [.. NotKnown(period, heard, ballots), .. notKnown]);
    }

    private static AnnualFigure Consultations(List<Consultation> open, IReadOnlyDictionary<long, (int People, int Comments)> said, long bodyId) => new(
        "consultations", AnnualPart.Heard, "Consultations",
        open.Count == 0 ? "No consultation was open in this year." : $"{AnnualPeriod.Count(open.Count, "consultation was", "consultations were")} open in this year.",
        "People and comments of this year; somebody who spoke in two consultations counts in both. What came in meetings is in the comments and in no number of people.", "Consultation", "People", "Comments and days",
        [.. open.Select(c => new AnnualRow(c.Title, AnnualPeriod.Count(said.GetValueOrDefault(c.Id).People, "person", "people"),
            $"{AnnualPeriod.Count(said.GetValueOrDefault(c.Id).Comments, "comment", "comments")}; {Days(c)}{(c.AskedById == bodyId ? "" : $"; asked by {c.AskedBy.Name}")}", $"/consultations/{c.Slug}"))])
    {
        Counts = true,
        FollowHref = "/consultations",
        FollowWords = "All consultations",
    };

    private static string Days(Consultation c) => c.ClosesAt is { } closes ? $"{AnnualPeriod.Day(c.OpensAt!.Value)} to {AnnualPeriod.Day(closes.AddTicks(-1))}" : $"open since {AnnualPeriod.Day(c.OpensAt!.Value)}";

    private static AnnualFigure Heard(string code, string title, Heard heard, FigureData data)
    {
        var figure = AnnualFigure.Of(code, title, data);
        return heard.People > 0 ? figure with { Source = $"{data.Source} Each person counts once in the year." } : figure with { Takeaway = "Nobody said anything in this year.", Rows = [], IsProtected = false, Source = "" };
    }

    private static AnnualFigure Votes(IReadOnlyList<Ballot> ballots, AnnualPeriod period) => new(
        "votes", AnnualPart.Heard, "Votes",
        ballots.Count == 0 ? "No vote was open in this year." : $"{AnnualPeriod.Count(ballots.Count, "vote was", "votes were")} open in this year.",
        "Papers carry no date, so each vote stands with everybody who took part so far. This is advice, not a referendum.", "Vote", "People", "Days",
        [.. ballots.Select(b => new AnnualRow(b.Title, People(b, period.Now), b.ClosesAt is { } closes && closes <= period.Now
            ? $"{AnnualPeriod.Day(b.OpensAt)} to {AnnualPeriod.Day(closes.AddTicks(-1))}" : $"open since {AnnualPeriod.Day(b.OpensAt)}", $"/ballots/{b.Id}/results"))])
    { Counts = true };

    private static string People(Ballot ballot, DateTimeOffset now) =>
        BallotResults.Of(ballot, now).People is { } people ? AnnualPeriod.Count(people, "person", "people") : "too few to tell";

    private Task<List<Ballot>> BallotsAsync(List<long> consultations, AnnualPeriod period, CancellationToken ct) =>
        db.Ballots.AsNoTracking().WithOffer().Include(b => b.Outcome).Where(b => consultations.Contains(b.ConsultationId) && b.OpensAt < period.Before && b.OpensAt <= period.Now
            && (b.ClosesAt == null || b.ClosesAt > period.From)).OrderBy(b => b.OpensAt).ThenBy(b => b.Id).ToListAsync(ct);

    // Different people by consultation, told apart as in every other count of them; points of meetings are comments and no people.
    private static async Task<IReadOnlyDictionary<long, (int People, int Comments)>> PeopleAsync(IQueryable<Comment> said, CancellationToken ct)
    {
        var people = await said.Where(c => c.MeetingId == null)
            .Select(c => new { c.ConsultationId, c.AuthorId, Name = c.AuthorId == null && c.Channel == null ? c.AuthorName : "", Entered = c.Channel == null ? 0 : c.Id }).Distinct()
            .GroupBy(c => c.ConsultationId).Select(g => new { g.Key, People = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.People, ct);
        return (await said.GroupBy(c => c.ConsultationId).Select(g => new { g.Key, Comments = g.Count() }).ToListAsync(ct))
            .ToDictionary(g => g.Key, g => (people.GetValueOrDefault(g.Key), g.Comments));
    }

    private static IEnumerable<string> NotKnown(AnnualPeriod period, Heard heard, IReadOnlyList<Ballot> ballots)
    {
        if (!period.IsOver) yield return $"The year is not over: what comes after {AnnualPeriod.Day(period.Now)} is not in these figures.";
        if (heard.Meetings > 0) yield return $"About {AnnualPeriod.Count(heard.AtMeetings, "person", "people")} came to {AnnualPeriod.Count(heard.Meetings, "meeting", "meetings")}. Nobody knows who of them spoke elsewhere too, so they are in no number of people.";
        if (ballots.Where(b => b.SealedPapers < BallotResult.FewestPeople).Select(b => $"“{b.Title}”").ToList() is [_, ..] few)
            yield return $"Fewer than {BallotResult.FewestPeople} people took part in {string.Join(", ", few)}, so nothing more is told of it.";
    }
}
