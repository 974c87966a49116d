using System.ComponentModel.DataAnnotations;
using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>Starts a new version that corrects the published one; where one is being written, that is where to go on.</summary>
[Uses(Capability.Publish)]
public sealed class CorrectModel(ReportAtHand reports, AnnualReportDesk desk) : PageModel
{
    [BindProperty, Display(Name = "What is corrected?", Description = "One or two sentences that stand on both versions.")]
    [Required(ErrorMessage = "Say what is corrected"), StringLength(AnnualReport.CorrectionMaxLength)]
    public string? Note { get; set; }

    public AnnualReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var draft = await desk.CorrectAsync(Report, CleanText.Of(Note), User.Id(), ct);
        return draft is null ? RedirectToPage("Correct", new { id }) : RedirectToPage("Write", new { id = draft.Id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (report, refused) = await reports.FindAsync(this, id, ct);
        if (report is null) return refused;
        Report = report;
        var newest = (await desk.NewestAsync(report.ById, report.Year, ct))!;
        return newest.Id == id && !report.IsDraft ? null : RedirectToPage("Write", new { id = newest.Id });
    }
}
