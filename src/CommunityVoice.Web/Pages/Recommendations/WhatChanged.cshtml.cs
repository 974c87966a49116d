using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Recommendations;

/// <summary>The register of what changed: what was promised in answers, what was done, what was not, and of what nobody knows.</summary>
[AllowAnonymous]
public sealed class WhatChangedModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;
    private const int MostPages = 400;
    private const int FirstYear = 2000;

    [FromQuery] public ChangeState? State { get; set; }

    /// <summary>A financial year, by the year it begins in; all of them without it.</summary>
    [FromQuery] public int? Year { get; set; }

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<(ChangeState State, int Count)> Counts { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<ChangeRow> Rows { get; private set; } = [];
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong filter shows everything
        var today = UkTime.Today(clock);
        if (Year is < FirstYear || Year > today.Year) Year = null;
        Number = Math.Clamp(Number, 1, MostPages);
        var first = await db.Responses.MinAsync(r => (DateTimeOffset?)r.At, ct);
        if (first is { } at) Years = [.. Enumerable.Range(FinancialYear.Of(UkTime.Day(at)), FinancialYear.Of(today) - FinancialYear.Of(UkTime.Day(at)) + 1).Reverse()];
        var all = Of(db, Year);
        var counts = new List<(ChangeState, int)>();
        foreach (var state in Enum.GetValues<ChangeState>()) counts.Add((state, await all.Came(state, today).CountAsync(ct)));
        Counts = counts;
        var wanted = State is { } one ? all.Came(one, today) : all;
        var rows = await wanted.NewestAnswerFirst().Skip((Number - 1) * PageSize).Take(PageSize + 1).ToChangesAsync(today, ct);
        Rows = [.. rows.Take(PageSize)];
        if (Number > 1) Previous = Address(State, Year, Number - 1);
        if (rows.Count > PageSize) Next = Address(State, Year, Number + 1);
        HttpContext.ShowsPages([PageTag.Lists], ["state", "year", "page"]);
    }

    public static IQueryable<Recommendation> Of(CommunityVoiceDb db, int? year) => db.Recommendations.AnsweredBetween(
        year is { } from ? UkTime.StartOf(FinancialYear.FirstDay(from)) : null, year is { } to ? UkTime.EndOf(FinancialYear.LastDay(to)) : null);

    public static string Address(ChangeState? state, int? year, int number = 1)
    {
        string?[] keys = [state is null ? null : $"state={state.ToString()!.ToLowerInvariant()}", year is null ? null : $"year={year}", number > 1 ? $"page={number}" : null];
        var query = string.Join('&', keys.Where(k => k is not null));
        return "/what-changed" + (query.Length == 0 ? "" : "?" + query);
    }
}
