using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Strategies;

/// <summary>Where the money of a strategy goes, and whether it follows the voice.</summary>
public sealed class MoneyModel(CommunityVoiceDb db, MoneyLists lists, VoiceShares shares, SharedViews shared, TimeProvider clock) : PageModel
{
    public StrategyVersion Version { get; private set; } = null!;
    public MoneyLists Lists => lists;
    public MoneyMatrix Matrix { get; private set; } = null!;
    public MoneyShift Shift { get; private set; } = null!;
    public VoiceAndMoney Voice { get; private set; } = null!;
    public IReadOnlyList<NotIncluded> LeftOut { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.StrategyVersions.Newest().Whole().SingleOrDefaultAsync(v => v.Strategy.Slug == slug, ct) is not { } version) return NotFound();
        Version = version;
        Matrix = MoneyMatrix.Of(version, lists);
        Shift = MoneyShift.Of(version, lists);
        Voice = await shares.OfAsync(version, Matrix, ct);
        LeftOut = await shared.LeftOutOfAsync(version.Strategy.AreaId, UkTime.Today(clock), ct);
        // Results change lists when they are sealed.
        HttpContext.ShowsPages([PageTag.Strategy(version.StrategyId), PageTag.Area(version.Strategy.AreaId), PageTag.Lists]);
        return Page();
    }

    /// <summary>"£20.83", to the penny; nothing where the people of the area were not counted.</summary>
    public string? AHead(long pence) => MoneyMatrix.AHead(pence, Version.Strategy.Area.Population) is { } each ? CommunityVoice.Money.Words(each) : null;

    public string FilePath => $"/strategies/{Version.Strategy.Slug}/money.csv";

    public static string Percent(double share) => CommunityVoice.Voting.BallotResult.Percent(share);
}
