using System.Text;
using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Web.OpenData;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>The figures of a report as a file, for its editors, in the columns of the public one.</summary>
[Uses(Capability.Publish)]
public sealed class FileModel(ReportAtHand reports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (report, refused) = await reports.FindAsync(this, id, ct);
        return report is null ? refused! : File(Encoding.UTF8.GetBytes(Tables.AnnualFigures.Write(AnnualLine.Of(report.Pack))), "text/csv; charset=utf-8", $"{report.Slug}-v{report.Number}-figures.csv");
    }
}
