using CommunityVoice.Areas;
using CommunityVoice.Decisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Decisions;

/// <summary>What the address asks for of the log.</summary>
public sealed class LogQuery
{
    public static IReadOnlyList<string> Keys { get; } = ["body", "year", "page"];

    [FromQuery(Name = "body")] public string? Body { get; set; }
    [FromQuery(Name = "year")] public int? Year { get; set; }
    [FromQuery(Name = "page")] public int Page { get; set; } = 1;
}

/// <summary>The log as a page shows it. Remits are by level, nearest to people first.</summary>
public sealed record LogView(
    string Path, IReadOnlyList<IGrouping<AreaLevel, DecidingRemit>> Remits, IReadOnlyList<LoggedDecision> Rows, IReadOnlyList<SelectListItem> Bodies, IReadOnlyList<SelectListItem> Years,
    bool IsNarrowed, string? Previous, string? Next);

/// <summary>Makes the page of the log, of an area or of everywhere.</summary>
public sealed class DecisionPages(DecisionLog log, TimeProvider clock)
{
    private const int MostPages = 400;

    public async Task<LogView> OfAsync(string path, LogQuery query, IReadOnlyCollection<long>? within, IReadOnlyCollection<long>? around, CancellationToken ct)
    {
        var (bodies, years) = await log.ChoicesAsync(within, ct);
        var body = bodies.Any(b => b.Slug == query.Body) ? query.Body : null;
        int? year = query.Year is { } asked && years.Contains(asked) ? asked : null;
        var number = Math.Clamp(query.Page, 1, MostPages);
        var rows = await log.PageAsync(new(within, body, year), number, ct);
        var remits = await log.WhoDecidesAsync(around, UkTime.Today(clock), ct);
        return new(
            path, [.. remits.GroupBy(r => r.Level).OrderBy(g => g.Key)], [.. rows.Take(DecisionLog.PageSize)],
            [.. bodies.Select(b => new SelectListItem(b.Name, b.Slug, b.Slug == body))], [.. years.Select(y => new SelectListItem($"{y}", $"{y}", y == year))],
            body is not null || year is not null, number > 1 ? Address(number - 1) : null, rows.Count > DecisionLog.PageSize ? Address(number + 1) : null);

        string Address(int page)
        {
            string?[] keys = [body is null ? null : $"body={body}", year is null ? null : $"year={year}", page > 1 ? $"page={page}" : null];
            var keyed = string.Join('&', keys.Where(k => k is not null));
            return keyed.Length == 0 ? path : $"{path}?{keyed}";
        }
    }
}
