using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>The recommendations of a draft, and those that earlier versions have sent.</summary>
[Uses(Capability.Publish)]
public sealed class RecommendationsModel(CommunityVoiceDb db, DraftAtHand drafts, TimeProvider clock) : PageModel
{
    public SummaryVersion Draft { get; private set; } = null!;
    public IReadOnlyList<RecommendationRow> Sent { get; private set; } = [];

    public IEnumerable<Recommendation> Written => Draft.Recommendations.OrderBy(r => r.Id);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long delete, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Draft.Recommendations.Find(r => r.Id == delete) is not { } recommendation) return NotFound();
        Draft.Remove(recommendation);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage(new { id }) : this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        Draft = draft;
        Sent = await db.Recommendations.Sent().Where(r => r.SummaryId == draft.SummaryId).OrderBy(r => r.Number).ToRowsAsync(UkTime.Today(clock), ct);
        return null;
    }
}
