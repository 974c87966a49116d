using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>You said, we did, and why not: what came of what was said in a place and within it, made of linked records alone.</summary>
[AllowAnonymous]
public sealed class YouSaidModel(CommunityVoiceDb db, SharedViews shared, YouSaid cards, TimeProvider clock) : PageModel
{
    private const int MostPages = 400;

    /// <summary>How it was answered; everything without it.</summary>
    [FromQuery] public CardState? Answer { get; set; }

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public Area Area { get; private set; } = null!;
    public IReadOnlyList<YouSaidCard> Cards { get; private set; } = [];
    public IReadOnlyList<NotIncluded> LeftOut { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong filter shows everything
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        Area = area;
        Number = Math.Clamp(Number, 1, MostPages);
        var within = await shared.WithinAsync(area.Id, Today, ct);
        LeftOut = await shared.LeftOutOfAsync(area.Id, Today, ct);
        var found = await cards.OfAsync(db.Consultations.Published().Where(c => within.Contains(c.AreaId)), Answer, Number, ct);
        Cards = [.. found.Take(YouSaid.PageSize)];
        if (Number > 1) Previous = Address(Answer, Number - 1);
        if (found.Count > YouSaid.PageSize) Next = Address(Answer, Number + 1);
        HttpContext.ShowsPages([PageTag.Area(area.Id), PageTag.Lists], ["answer", "page"]);
        return Page();
    }

    public string Address(CardState? answer, int number = 1)
    {
        string?[] keys = [answer is null ? null : $"answer={answer.ToString()!.ToLowerInvariant()}", number > 1 ? $"page={number}" : null];
        var query = string.Join('&', keys.Where(k => k is not null));
        return $"/areas/{Area.Slug}/you-said" + (query.Length == 0 ? "" : "?" + query);
    }
}
