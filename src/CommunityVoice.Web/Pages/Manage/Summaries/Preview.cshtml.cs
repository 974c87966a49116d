using CommunityVoice.Bodies;
using CommunityVoice.Web.Pages.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>The draft as the public will read it.</summary>
[Uses(Capability.Publish)]
public sealed class PreviewModel(DraftAtHand drafts, SummaryReadings readings) : PageModel
{
    public SummaryReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Reading = await readings.PreviewAsync(draft, ct);
        return Page();
    }
}
