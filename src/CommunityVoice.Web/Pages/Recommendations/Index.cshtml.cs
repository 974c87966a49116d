using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Recommendations;

/// <summary>The public register: what was asked of whom, what was answered, and what is overdue, those first.</summary>
public sealed class IndexModel(CommunityVoiceDb db, WorkingDays days, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;
    private const int MostPages = 400;

    [FromQuery] public RegisterPart? State { get; set; }

    /// <summary>One body's alone, by its slug.</summary>
    [FromQuery] public string? Body { get; set; }

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<(RegisterPart Part, int Count)> Counts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];
    public IReadOnlyList<RecommendationRow> Rows { get; private set; } = [];
    public string? BodyName { get; private set; }
    public int DaysToAnswer => days.DaysToAnswer;
    public int All => Counts.Sum(c => c.Count);
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong filter shows everything
        var today = UkTime.Today(clock);
        Bodies = await db.Bodies.AsNoTracking().Where(b => db.Recommendations.Any(r => r.AddresseeId == b.Id && r.SentAt != null)).OrderBy(b => b.Name).ThenBy(b => b.Id)
            .Select(b => new SelectListItem(b.Name, b.Slug)).ToListAsync(ct);
        BodyName = Bodies.FirstOrDefault(b => b.Value == Body)?.Text;
        var all = db.Recommendations.Sent().Where(r => BodyName == null || r.Addressee.Slug == Body);
        var counts = new List<(RegisterPart, int)>();
        foreach (var part in Enum.GetValues<RegisterPart>()) counts.Add((part, await all.In(part, today).CountAsync(ct)));
        Counts = counts;
        Number = Math.Clamp(Number, 1, MostPages);
        var wanted = State is { } state ? all.In(state, today) : all;
        var rows = await wanted.InOrder(today).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToRowsAsync(today, ct);
        Rows = [.. rows.Take(PageSize)];
        if (Number > 1) Previous = Address(State, Number - 1);
        if (rows.Count > PageSize) Next = Address(State, Number + 1);
        HttpContext.ShowsPages([PageTag.Lists], ["state", "body", "page"]);
    }

    public string Address(RegisterPart? state, int number = 1)
    {
        string?[] keys = [state is null ? null : $"state={state.ToString()!.ToLowerInvariant()}", BodyName is null ? null : "body=" + Uri.EscapeDataString(Body!), number > 1 ? $"page={number}" : null];
        var query = string.Join('&', keys.Where(k => k is not null));
        return "/recommendations" + (query.Length == 0 ? "" : "?" + query);
    }

    public static string Word(RegisterPart part) => part switch
    {
        RegisterPart.Overdue => "overdue",
        RegisterPart.Waiting => "waiting for an answer",
        RegisterPart.Answered => "answered",
        _ => "withdrawn",
    };
}
