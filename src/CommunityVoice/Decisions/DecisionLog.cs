using System.Text.Json.Serialization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.OpenData;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>What sort of decision an entry of the log is.</summary>
public enum DecisionKind
{
    Consultation,
    Strategy,
    Recommendation,
}

/// <summary>One decision with its owner and its day (rule R-I21).</summary>
public sealed record LoggedDecision(
    [property: JsonIgnore] long Key, [property: JsonIgnore] DecisionKind Kind, DateTimeOffset At, string Title, string Decided, string Owner, string OwnerSlug, string Area, string AreaSlug, string Path) : IKeyed
{
    /// <summary>As open data calls it.</summary>
    [JsonPropertyName("sort")] public string Sort => DataCode.Of(Kind);
}

/// <summary>A body that decides, where, as what and on what basis.</summary>
public sealed record DecidingRemit(string Body, string Slug, string Label, string LegalBasis, string Area, string AreaSlug, AreaLevel Level, Capability Capabilities);

/// <summary>Which part of the log is shown: of some areas, of one body, of one year of the calendar.</summary>
public sealed record LogFilter(IReadOnlyCollection<long>? Areas = null, string? Body = null, int? Year = null);

/// <summary>
/// The log of decisions: those on consultations, strategies that were published, and answers to recommendations. It keeps nothing of its own: each of these
/// records has an owner and a time that the database does not let it be without.
/// </summary>
public sealed class DecisionLog(CommunityVoiceDb db)
{
    public const int PageSize = 25;
    private const int MostRemits = 200;

    /// <summary>Answering recommendations, and binding strategies and money, is deciding.</summary>
    public const Capability Deciding = Capability.Respond | Capability.Plan;

    // Keys of open data tell the kinds apart: all of one kind, then all of the next.
    private const long KindStep = 1_000_000_000_000;

    /// <summary>A page, newest first; one more than is shown tells whether there is a next one.</summary>
    public async Task<List<LoggedDecision>> PageAsync(LogFilter filter, int page, CancellationToken ct)
    {
        var keys = await Records(filter).Select(r => new { Kind = DecisionKind.Consultation, r.Id, At = r.PublishedAt })
            .Concat(Versions(filter).Select(v => new { Kind = DecisionKind.Strategy, v.Id, At = v.PublishedAt!.Value }))
            .Concat(Answers(filter).Select(a => new { Kind = DecisionKind.Recommendation, a.Id, a.At }))
            .OrderByDescending(k => k.At).ThenBy(k => k.Kind).ThenByDescending(k => k.Id).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        var rows = new List<LoggedDecision>();
        foreach (var kind in keys.GroupBy(k => k.Kind)) rows.AddRange(await OfAsync(kind.Key, [.. kind.Select(k => k.Id)], ct));
        return [.. rows.OrderByDescending(r => r.At).ThenBy(r => r.Kind).ThenByDescending(r => r.Key)];
    }

    /// <summary>A part of the log as open data, by key.</summary>
    public async Task<List<LoggedDecision>> AfterAsync(LogFilter filter, long after, int take, CancellationToken ct)
    {
        var rows = new List<LoggedDecision>();
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            var (from, left) = (after - KeyOf(kind, 0), take - rows.Count);
            if (from >= KindStep || left <= 0) continue;
            var ids = await Ids(kind, filter).Where(id => id > from).OrderBy(id => id).Take(left).ToListAsync(ct);
            rows.AddRange((await OfAsync(kind, ids, ct)).OrderBy(r => r.Key));
        }
        return rows;
    }

    /// <summary>The bodies that decided something, by name, and the years in which, newest first: what the log can be narrowed to.</summary>
    public async Task<(IReadOnlyList<(string Slug, string Name)> Bodies, IReadOnlyList<int> Years)> ChoicesAsync(IReadOnlyCollection<long>? areas, CancellationToken ct)
    {
        var all = new LogFilter(areas);
        var (records, versions, answers) = (Records(all), Versions(all), Answers(all));
        var bodies = await db.Bodies.AsNoTracking().Where(b => records.Any(r => r.ById == b.Id) || versions.Any(v => v.Strategy.ById == b.Id) || answers.Any(a => a.Recommendation.AddresseeId == b.Id))
            .OrderBy(b => b.Name).ThenBy(b => b.Id).Select(b => new { b.Slug, b.Name }).ToListAsync(ct);
        DateTimeOffset?[] ends =
        [
            await records.MinAsync(r => (DateTimeOffset?)r.PublishedAt, ct), await records.MaxAsync(r => (DateTimeOffset?)r.PublishedAt, ct),
            await versions.MinAsync(v => v.PublishedAt, ct), await versions.MaxAsync(v => v.PublishedAt, ct),
            await answers.MinAsync(a => (DateTimeOffset?)a.At, ct), await answers.MaxAsync(a => (DateTimeOffset?)a.At, ct),
        ];
        var (first, last) = (ends.Min(), ends.Max());
        return ([.. bodies.Select(b => (b.Slug, b.Name))],
            first is null ? [] : [.. Enumerable.Range(UkTime.Day(first.Value).Year, UkTime.Day(last!.Value).Year - UkTime.Day(first.Value).Year + 1).Reverse()]);
    }

    /// <summary>Who decides on a day in some areas, by the level of the area, nearest to people first; everywhere without areas.</summary>
    public Task<List<DecidingRemit>> WhoDecidesAsync(IReadOnlyCollection<long>? areas, DateOnly today, CancellationToken ct)
    {
        var remits = db.Remits.AsNoTracking().InForceOn(today).Where(r => (r.Capabilities & Deciding) != Capability.None);
        if (areas is not null) remits = remits.Where(r => areas.Contains(r.AreaId));
        return remits.OrderBy(r => r.Body.Name).ThenBy(r => r.Id).Take(MostRemits)
            .Select(r => new DecidingRemit(r.Body.Name, r.Body.Slug, r.Label, r.LegalBasis, r.Area.Name, r.Area.Slug, r.Area.Level, r.Capabilities)).ToListAsync(ct);
    }

    private static long KeyOf(DecisionKind kind, long id) => ((int)kind * KindStep) + id;

    private IQueryable<long> Ids(DecisionKind kind, LogFilter filter) => kind switch
    {
        DecisionKind.Consultation => Records(filter).Select(r => r.Id),
        DecisionKind.Strategy => Versions(filter).Select(v => v.Id),
        _ => Answers(filter).Select(a => a.Id),
    };

    private IQueryable<DecisionRecord> Records(LogFilter filter)
    {
        var records = db.DecisionRecords.AsNoTracking();
        if (filter.Body is { } body) records = records.Where(r => r.By.Slug == body);
        if (filter.Areas is { } areas) records = records.Where(r => areas.Contains(r.Consultation.AreaId));
        if (filter.Year is not { } year) return records;
        var (from, to) = Within(year);
        return records.Where(r => r.PublishedAt >= from && r.PublishedAt < to);
    }

    private IQueryable<StrategyVersion> Versions(LogFilter filter)
    {
        var versions = db.StrategyVersions.AsNoTracking().Where(v => v.PublishedAt != null);
        if (filter.Body is { } body) versions = versions.Where(v => v.Strategy.By.Slug == body);
        if (filter.Areas is { } areas) versions = versions.Where(v => areas.Contains(v.Strategy.AreaId));
        if (filter.Year is not { } year) return versions;
        var (from, to) = Within(year);
        return versions.Where(v => v.PublishedAt >= from && v.PublishedAt < to);
    }

    private IQueryable<Response> Answers(LogFilter filter)
    {
        var answers = db.Set<Response>().AsNoTracking().Where(a => a.Recommendation.WithdrawnAt == null);
        if (filter.Body is { } body) answers = answers.Where(a => a.Recommendation.Addressee.Slug == body);
        if (filter.Areas is { } areas) answers = answers.Where(a => areas.Contains(a.Recommendation.Summary.Consultation.AreaId));
        if (filter.Year is not { } year) return answers;
        var (from, to) = Within(year);
        return answers.Where(a => a.At >= from && a.At < to);
    }

    // A year of the calendar in the UK, which begins at midnight universal time too.
    private static (DateTimeOffset From, DateTimeOffset To) Within(int year) => (new(year, 1, 1, 0, 0, 0, TimeSpan.Zero), new(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private async Task<IEnumerable<LoggedDecision>> OfAsync(DecisionKind kind, List<long> ids, CancellationToken ct) => ids.Count == 0 ? [] : kind switch
    {
        DecisionKind.Consultation => (await db.DecisionRecords.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.PublishedAt, r.Number, r.Decided, r.Consultation.Title, r.Consultation.Slug, Owner = r.By.Name, OwnerSlug = r.By.Slug, Area = r.Consultation.Area.Name, AreaSlug = r.Consultation.Area.Slug }).ToListAsync(ct))
            .Select(r => new LoggedDecision(KeyOf(kind, r.Id), kind, r.PublishedAt, r.Number == 1 ? r.Title : $"{r.Title} (decision {r.Number}, which corrects the one before)", r.Decided, r.Owner, r.OwnerSlug, r.Area, r.AreaSlug, $"/consultations/{r.Slug}/decision")),
        DecisionKind.Strategy => (await db.StrategyVersions.AsNoTracking().Where(v => ids.Contains(v.Id))
            .Select(v => new { v.Id, At = v.PublishedAt!.Value, v.Number, v.Title, v.Why, v.Strategy.Slug, Actions = v.Actions.Count, Owner = v.Strategy.By.Name, OwnerSlug = v.Strategy.By.Slug, Area = v.Strategy.Area.Name, AreaSlug = v.Strategy.Area.Slug }).ToListAsync(ct))
            .Select(v => new LoggedDecision(KeyOf(kind, v.Id), kind, v.At, v.Number == 1 ? v.Title : $"{v.Title} (version {v.Number})", v.Why ?? $"A strategy with {(v.Actions == 1 ? "1 action" : $"{v.Actions} actions")} was published.", v.Owner, v.OwnerSlug, v.Area, v.AreaSlug, $"/strategies/{v.Slug}/v{v.Number}")),
        _ => (await db.Set<Response>().AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.At, a.Kind, a.Action, a.Reason, a.RecommendationId, a.Recommendation.Ask, Owner = a.Recommendation.Addressee.Name, OwnerSlug = a.Recommendation.Addressee.Slug, Area = a.Recommendation.Summary.Consultation.Area.Name, AreaSlug = a.Recommendation.Summary.Consultation.Area.Slug }).ToListAsync(ct))
            .Select(a => new LoggedDecision(KeyOf(kind, a.Id), kind, a.At, a.Ask, $"{a.Kind.Word()}. {a.Action ?? a.Reason}", a.Owner, a.OwnerSlug, a.Area, a.AreaSlug, $"/recommendations/{a.RecommendationId}")),
    };
}
