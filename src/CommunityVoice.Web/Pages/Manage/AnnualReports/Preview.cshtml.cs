using CommunityVoice.Bodies;
using CommunityVoice.Web.AnnualReports;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>The draft as the public will read it.</summary>
[Uses(Capability.Publish)]
public sealed class PreviewModel(ReportAtHand reports) : PageModel
{
    public AnnualReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await reports.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Reading = new(draft, draft.Pack, []) { IsPreview = true };
        return Page();
    }
}
