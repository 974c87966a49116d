using CommunityVoice.AnnualReports;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>Finds the annual report that an editor's page is about, and refuses whoever does not publish for its body.</summary>
public sealed class ReportAtHand(AnnualReportDesk desk)
{
    /// <summary>The report, or the answer that refuses it.</summary>
    public async Task<(AnnualReport? Report, IActionResult? Refused)> FindAsync(PageModel page, long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } report) return (null, page.NotFound());
        return (await desk.BodiesAsync(page.User.Id(), ct)).Exists(b => b.Id == report.ById) ? (report, null) : (null, page.Forbid());
    }

    /// <summary>The same of a draft; a published version leads to its page, where it can be corrected.</summary>
    public async Task<(AnnualReport? Draft, IActionResult? Refused)> FindDraftAsync(PageModel page, long id, CancellationToken ct)
    {
        var (report, refused) = await FindAsync(page, id, ct);
        return report is { IsDraft: false } ? (null, page.RedirectToPage("/Manage/AnnualReports/Write", new { id })) : (report, refused);
    }
}
