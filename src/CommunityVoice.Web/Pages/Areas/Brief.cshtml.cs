using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>A place on one printed page for somebody without time: what people want, what needs a reply, whether the money follows, and who to talk to (rule R-I63).</summary>
public sealed class BriefModel(AreaOverviews overviews, TimeProvider clock) : PageModel
{
    public const int MostWanted = 5, MostThemes = 5, MostReplies = 3, MostRemits = 4;
    private const int MostSilent = 6;

    public AreaOverview Overview { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>The newest vote that chose among options; where there is none, the newest on statements.</summary>
    public BallotResult? Vote { get; private set; }
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>There the money of all strategies is added up, in place of that of one.</summary>
    public bool IsAbovePlaces => SharedView.IsShared(Overview.Area.Level);

    public string MoneyAbove => Overview switch
    {
        { Facts.MoneyWithin: { } within } => MoneyWords.Above(within),
        { IsBeingCounted: true } => "This is being counted anew.",
        _ => $"No strategy is in force in {Overview.Area.Name} now.",
    };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await overviews.OfAsync(slug, ct) is not { } overview) return NotFound();
        (Overview, Today) = (overview, UkTime.Today(clock));
        Vote = overview.Results.OrderBy(r => r.Result.Ballot.HasMarks).FirstOrDefault()?.Result;
        Silent = [.. overview.Facts.Reach.Where(r => r.IsSilent).Select(r => r.Name).Concat(overview.Facts.ByVoice?.NotHeard ?? []).Take(MostSilent)];
        HttpContext.ShowsPages([PageTag.Area(overview.Area.Id), PageTag.Lists]);
        return Page();
    }
}
