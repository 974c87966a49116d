using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Pages.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>The draft as the public will read it.</summary>
[Uses(Capability.Publish)]
public sealed class PreviewModel(CommunityVoiceDb db, DraftAtHand drafts, TimeProvider clock) : PageModel
{
    public SummaryReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        var sent = await db.Recommendations.AsNoTracking().Sent().Where(r => r.SummaryId == draft.SummaryId).WithRecords().OrderBy(r => r.Number).ToListAsync(ct);
        Reading = new(draft, [], UkTime.Today(clock)) { IsPreview = true, Recommendations = [.. sent, .. draft.Recommendations.OrderBy(r => r.Id)] };
        return Page();
    }
}
