using System.Globalization;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.News;

/// <summary>What happened in consultations, and which days matter, for feeds and calendars: worked out from dates and records, so that nothing is announced twice or forgotten.</summary>
public sealed class PlaceNews(CommunityVoiceDb db, TimeProvider clock)
{
    private const int Most = 60;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The keys of the news that a version of a summary was published, and that a consultation has more time; whoever is told as a contributor is told by the same.</summary>
    public static string KeyOf(SummaryVersion version) => $"summary-{version.Id}";

    public static string KeyOf(ConsultationChange change) => $"consultation-{change.ConsultationId}-change-{change.Id}";

    /// <summary>The key of the news that it was decided, and of each correction after that, by the number of its record.</summary>
    public static string KeyOfDecision(long consultationId, int number) => number == 1 ? $"consultation-{consultationId}-decided" : $"consultation-{consultationId}-decided-{number}";

    /// <summary>The newest things that happened in these consultations, newest first.</summary>
    public async Task<IReadOnlyList<NewsItem>> NewestAsync(IQueryable<Consultation> of, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultations = await NewestAsync(of, now, ct);
        var ids = consultations.ConvertAll(c => c.Id);
        var ballots = await BallotsAsync(ids, ct);
        var summaries = await db.SummaryVersions.AsNoTracking().Where(v => v.PublishedAt != null && ids.Contains(v.Summary.ConsultationId))
            .OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).Take(Most)
            .Select(v => new { v.Id, v.Number, v.Title, v.Summary.Slug, At = v.PublishedAt!.Value, Of = v.Summary.Consultation.Title }).ToListAsync(ct);
        var corrections = await db.DecisionRecords.AsNoTracking().Where(r => r.Number > 1 && ids.Contains(r.ConsultationId))
            .OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new { r.ConsultationId, r.Number, r.Correction, r.PublishedAt, r.Consultation.Title, r.Consultation.Slug }).ToListAsync(ct);
        return
        [
            .. consultations.SelectMany(c => Of(c, now))
                .Concat(ballots.SelectMany(b => Of(b, now)))
                .Concat((await EventsAsync(ids, ct)).SelectMany(MeetingNews.Of))
                .Concat(summaries.Select(s => new NewsItem($"summary-{s.Id}", s.At, $"{(s.Number == 1 ? "Published" : "Corrected")}: {s.Title}", $"A summary of {s.Of}.", $"/summaries/{s.Slug}/v{s.Number}")))
                .Concat(corrections.Select(r => new NewsItem(KeyOfDecision(r.ConsultationId, r.Number), r.PublishedAt, $"The decision was corrected: {r.Title}", r.Correction ?? "", $"/consultations/{r.Slug}/decision")))
                .OrderByDescending(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal).Take(Most),
        ];
    }

    /// <summary>The days of these consultations and their votes, in order, from a year back on.</summary>
    public async Task<IReadOnlyList<PlaceDate>> DatesAsync(IQueryable<Consultation> of, CancellationToken ct)
    {
        var (now, from) = (clock.GetUtcNow(), UkTime.Today(clock).AddYears(-1));
        var consultations = await NewestAsync(of, now, ct);
        var ids = consultations.ConvertAll(c => c.Id);
        var (ballots, events) = (await BallotsAsync(ids, ct), await EventsAsync(ids, ct));
        return [.. consultations.SelectMany(Dates).Concat(ballots.SelectMany(Dates)).Concat(events.Select(MeetingNews.DateOf)).Where(d => d.Day >= from).OrderBy(d => d.Day).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    private static async Task<List<Consultation>> NewestAsync(IQueryable<Consultation> of, DateTimeOffset now, CancellationToken ct) =>
        await of.AsNoTracking().Published().Include(c => c.Changes)
            .OrderByDescending(c => c.DecidedAt == null && (c.ClosesAt == null || c.ClosesAt > now)).ThenByDescending(c => c.ClosesAt).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);

    private Task<List<Ballot>> BallotsAsync(List<long> consultations, CancellationToken ct) =>
        db.Ballots.AsNoTracking().Include(b => b.Consultation).Where(b => consultations.Contains(b.ConsultationId)).OrderByDescending(b => b.OpensAt).ThenByDescending(b => b.Id).Take(Most).ToListAsync(ct);

    private Task<List<PublicEvent>> EventsAsync(List<long> consultations, CancellationToken ct) =>
        db.PublicEvents.AsNoTracking().Include(e => e.Consultation).Where(e => consultations.Contains(e.ConsultationId)).OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id).Take(Most).ToListAsync(ct);

    private static IEnumerable<NewsItem> Of(Consultation consultation, DateTimeOffset now)
    {
        var (key, path) = ($"consultation-{consultation.Id}", $"/consultations/{consultation.Slug}");
        if (consultation is not { OpensAt: { } opens, PublishedAt: { } published } || opens > now) yield break;
        yield return new($"{key}-open", opens > published ? opens : published, $"Open: {consultation.Title}", $"{consultation.Question} {Until(consultation.ClosesOn)}".Trim(), path);
        foreach (var change in consultation.Changes.Where(c => c.Kind == ConsultationChangeKind.Extended))
            yield return new(KeyOf(change), change.At, $"Open for longer: {consultation.Title}", $"{Until(change.NewDay)} {change.Reason}", path);
        var early = consultation.Changes.Find(c => c.Kind == ConsultationChangeKind.Closed);
        if (consultation.ClosesAt is { } closed && closed <= now)
            yield return new($"{key}-closed", closed, $"{(early is null ? "Closed" : "Closed early")}: {consultation.Title}", early?.Reason ?? "Thank you to everybody who took part. A summary of what was said comes next.", path);
        if (consultation.DecidedAt is { } decided)
            yield return new(KeyOfDecision(consultation.Id, 1), decided, $"Decided: {consultation.Title}", consultation.DecisionMaker.Length > 0 ? $"{consultation.DecisionMaker} decided." : "", $"{path}/decision");
    }

    private static IEnumerable<NewsItem> Of(Ballot ballot, DateTimeOffset now)
    {
        if (ballot.OpensAt > now || ballot.Consultation.OpensAt > now) yield break;
        var opened = ballot.OpensAt > ballot.Consultation.PublishedAt ? ballot.OpensAt : ballot.Consultation.PublishedAt!.Value;
        yield return new($"ballot-{ballot.Id}-open", opened, $"Vote: {ballot.Title}", $"Part of {ballot.Consultation.Title}. {ballot.Consultation.Advice()}", $"/ballots/{ballot.Id}");
        if (ballot is { ClosedSealAt: { } counted, SealedPapers: >= BallotResult.FewestPeople })
            yield return new($"ballot-{ballot.Id}-results", counted, $"Results: {ballot.Title}", $"{ballot.SealedPapers.ToString("N0", British)} people took part.", $"/ballots/{ballot.Id}/results");
    }

    private static IEnumerable<PlaceDate> Dates(Consultation consultation)
    {
        var changed = consultation.Changes.Select(c => c.At).Append(consultation.PublishedAt!.Value).Max();
        PlaceDate Date(string what, DateOnly day, string title, string words) =>
            new($"consultation-{consultation.Id}-{what}", day, $"{title}: {consultation.Title}", words, $"/consultations/{consultation.Slug}", consultation.Version, changed);
        if (consultation is { OpensOn: { } opens, IsListeningSpace: false }) yield return Date("opens", opens, "Opens", consultation.Question);
        if (consultation.ClosesOn is { } closes) yield return Date("closes", closes, "Last day to take part", consultation.Question);
        if (consultation.SummaryDueOn is { } due) yield return Date("summary", due, "Summary due", "What was said is summed up and published by this day.");
        if (consultation.DecidesOn is { } decides) yield return Date("decides", decides, "Decision", consultation.DecisionMaker.Length > 0 ? $"{consultation.DecisionMaker} decides." : "");
    }

    // Votes that keep to their consultation have no days of their own.
    private static IEnumerable<PlaceDate> Dates(Ballot ballot)
    {
        var consultation = ballot.Consultation;
        PlaceDate Date(string what, DateOnly day, string title) =>
            new($"ballot-{ballot.Id}-{what}", day, $"{title}: {ballot.Title}", $"Part of {consultation.Title}.", $"/ballots/{ballot.Id}", consultation.Version, consultation.PublishedAt!.Value);
        if (ballot.OpensAt > consultation.OpensAt) yield return Date("opens", UkTime.Day(ballot.OpensAt), "Voting opens");
        if (ballot.ClosesAt is { } closes && (consultation.ClosesAt is null || closes < consultation.ClosesAt)) yield return Date("closes", UkTime.Day(closes.AddTicks(-1)), "Last day to vote");
    }

    private static string Until(DateOnly? closes) => closes is { } day ? $"It closes at the end of {day.ToString("d MMMM yyyy", British)}." : "";
}
