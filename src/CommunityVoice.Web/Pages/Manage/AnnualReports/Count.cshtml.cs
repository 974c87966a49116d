using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Pages.Manage.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>Takes the figures of a draft anew, after a look at what that means.</summary>
[Uses(Capability.Publish)]
public sealed class CountModel(CommunityVoiceDb db, ReportAtHand reports, AnnualReportDesk desk) : PageModel
{
    public AnnualReport Draft { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        await desk.FreezeAsync(Draft, User.Id(), ct);
        if (!await Seen.SaveAsync(db, this, ct)) return this.PageWithErrors();
        Done = "The figures are counted again.";
        return RedirectToPage("Write", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await reports.FindDraftAsync(this, id, ct);
        if (draft is not null) Draft = draft;
        return refused;
    }
}
