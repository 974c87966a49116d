using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>A place at a glance, for board members and anybody: what people put first, who was heard, what waits for an answer, where the money goes, and who does what.</summary>
public sealed class DetailsModel(AreaOverviews overviews, TimeProvider clock) : PageModel
{
    /// <summary>How many priorities of each ballot are shown; the results page has the rest.</summary>
    public const int TopPriorities = 5;

    public AreaOverview Overview { get; private set; } = null!;
    public int People => Overview.Tally?.People ?? 0;
    public int Comments => Overview.Tally?.Comments ?? 0;
    public IReadOnlyList<OverviewConsultation> Open { get; private set; } = [];
    public IReadOnlyList<OverviewConsultation> Coming { get; private set; } = [];
    public IReadOnlyList<OverviewConsultation> Closed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await overviews.OfAsync(slug, ct) is not { } overview) return NotFound();
        var now = clock.GetUtcNow();
        Overview = overview;
        // What closes soonest first; the spaces that never close last.
        Coming = [.. overview.Consultations.Where(c => c.OpensOn > UkTime.Day(now)).OrderBy(c => c.OpensOn)];
        Open = [.. overview.Consultations.Except(Coming).Where(c => c.DecidedAt is null && (c.ClosesAt is null || c.ClosesAt > now)).OrderBy(c => c.ClosesAt ?? DateTimeOffset.MaxValue)];
        Closed = [.. overview.Consultations.Except(Coming).Except(Open)];
        HttpContext.ShowsPages([PageTag.Area(overview.Area.Id), PageTag.Lists, .. overview.Results.Select(r => PageTag.Consultation(r.Result.Ballot.ConsultationId))]);
        return Page();
    }
}
