using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Everything people can have their say on: open now, soon, always open, and closed.</summary>
[AllowAnonymous]
public sealed class IndexModel(CommunityVoiceDb db, AreaTree tree, LegalHooks hooks, TimeProvider clock) : PageModel
{
    private const int ClosedOnPage = 20;

    [FromQuery] public string? Area { get; set; }
    [FromQuery] public long? Before { get; set; }

    /// <summary>The code of a law: only what rests on it.</summary>
    [FromQuery] public string? Hook { get; set; }

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public string? AreaName { get; private set; }
    public IReadOnlyList<SelectListItem> Hooks { get; private set; } = [];
    public string? HookName => hooks.Find(Hook)?.Name;
    public IReadOnlyList<ConsultationCard> Open { get; private set; } = [];
    public IReadOnlyList<ConsultationCard> Soon { get; private set; } = [];
    public IReadOnlyList<ConsultationCard> Always { get; private set; } = [];
    public IReadOnlyList<ConsultationCard> Closed { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var published = db.Consultations.AsNoTracking().Published();
        var areas = await db.Areas.AsNoTracking().Where(a => published.Any(c => c.AreaId == a.Id)).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name, a.Slug }).ToListAsync(ct);
        Areas = [.. areas.Select(a => new SelectListItem(a.Name, a.Slug, a.Slug == Area))];
        if (Area is { Length: > 0 } && await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == Area, ct) is { } area)
        {
            // What is asked of a whole place concerns its wards, and the other way round.
            HashSet<long> near = [.. await tree.WithinAsync(area.Id, UkTime.Day(now), ct), .. await tree.AroundAsync(area.Id, UkTime.Day(now), ct)];
            AreaName = area.Name;
            published = published.Where(c => near.Contains(c.AreaId));
        }
        var used = await db.Consultations.AsNoTracking().Published().Where(c => c.LegalHook != null).Select(c => c.LegalHook).Distinct().ToListAsync(ct);
        Hooks = [.. hooks.All.Where(h => used.Contains(h.Code)).Select(h => new SelectListItem(h.Name, h.Code, h.Code == Hook))];
        published = published.RestingOn(Hook);
        Open = await CardsAsync(published.OpenAt(now).Where(c => !c.IsListeningSpace).OrderBy(c => c.ClosesAt).ThenBy(c => c.Id).Take(100), ct);
        Soon = await CardsAsync(published.Where(c => c.OpensAt > now).OrderBy(c => c.OpensAt).ThenBy(c => c.Id).Take(100), ct);
        Always = await CardsAsync(published.OpenAt(now).Where(c => c.IsListeningSpace).OrderBy(c => c.Title).ThenBy(c => c.Id).Take(100), ct);
        var closed = published.ClosedAt(now).Where(c => Before == null || c.Id < Before).OrderByDescending(c => c.Id).Take(ClosedOnPage + 1);
        Closed = await CardsAsync(closed, ct);
        if (Closed.Count > ClosedOnPage) (Closed, Older) = ([.. Closed.Take(ClosedOnPage)], Closed[ClosedOnPage - 1].Id);
        var next = await db.Consultations.Published().Where(c => c.OpensAt > now).Select(c => c.OpensAt)
            .Concat(db.Consultations.OpenAt(now).Where(c => c.ClosesAt != null).Select(c => c.ClosesAt)).OrderBy(at => at).FirstOrDefaultAsync(ct);
        HttpContext.ShowsPages([PageTag.Lists], ["area", "before", "hook"], next);
    }

    /// <summary>Older ones of the same choice.</summary>
    public string? OlderPage => Older is not { } older ? null
        : QueryHelpers.AddQueryString("/consultations", new Dictionary<string, string?>(StringComparer.Ordinal) { ["area"] = AreaName is null ? null : Area, ["hook"] = string.IsNullOrEmpty(Hook) ? null : Hook, ["before"] = older.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private static Task<List<ConsultationCard>> CardsAsync(IQueryable<Consultation> consultations, CancellationToken ct) => consultations
        .Select(c => new ConsultationCard(c.Id, c.Slug, c.Title, c.Question, c.Area.Name, c.OpensOn, c.ClosesOn, c.People, c.Comments)).ToListAsync(ct);
}

/// <summary>A consultation as lists show it.</summary>
public sealed record ConsultationCard(
    long Id, string Slug, string Title, string Question, string Area, DateOnly? OpensOn, DateOnly? ClosesOn, int People, int Comments)
{
    public string Heard => $"{Count(People, "person", "people")} · {Count(Comments, "comment", "comments")}";

    private static string Count(int number, string one, string many) =>
        string.Create(System.Globalization.CultureInfo.GetCultureInfo("en-GB"), $"{number:N0} {(number == 1 ? one : many)}");
}
