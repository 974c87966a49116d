using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>What two published versions of a strategy say differently; the newest and the one before, unless others are chosen.</summary>
public sealed class ChangesModel(CommunityVoiceDb db, MoneyLists lists, SkillList skills, DeterminantList determinants) : PageModel
{
    [FromQuery(Name = "from")] public int? From { get; set; }
    [FromQuery(Name = "to")] public int? To { get; set; }

    public Strategy Strategy { get; private set; } = null!;
    public string Title { get; private set; } = "";

    /// <summary>None while there is one version only.</summary>
    public StrategyChanges? Changes { get; private set; }
    public IReadOnlyList<SelectListItem> Numbers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var versions = await db.StrategyVersions.Where(v => v.Strategy.Slug == slug && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new { v.Number, v.Title, v.Strategy }).ToListAsync(ct);
        if (versions is not [var newest, ..]) return NotFound();
        (Strategy, Title) = (newest.Strategy, newest.Title);
        Numbers = [.. versions.Select(v => new SelectListItem($"Version {v.Number}", $"{v.Number}"))];
        HttpContext.ShowsPages([PageTag.Strategy(Strategy.Id)], ["from", "to"]);
        if (versions.Count < 2) return Page();
        To ??= newest.Number;
        From ??= versions.Find(v => v.Number < To)?.Number ?? versions[^1].Number;
        var both = await db.StrategyVersions.Whole().Where(v => v.StrategyId == Strategy.Id && v.PublishedAt != null && (v.Number == From || v.Number == To)).ToListAsync(ct);
        var (from, to) = (both.Find(v => v.Number == From), both.Find(v => v.Number == To));
        if (from is null || to is null) return NotFound();
        Changes = StrategyChanges.Between(from, to, lists, skills, determinants);
        return Page();
    }
}
