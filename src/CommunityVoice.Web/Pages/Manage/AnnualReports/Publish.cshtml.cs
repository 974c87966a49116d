using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>Says what still stands in the way of publishing, or publishes.</summary>
[Uses(Capability.Publish)]
public sealed class PublishModel(ReportAtHand reports, AnnualReportDesk desk, TimeProvider clock) : PageModel
{
    public AnnualReport Draft { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Draft.Lack is { } lack) ModelState.AddModelError(lack.Field, lack.Message);
        if (!ModelState.IsValid) return this.PageWithErrors();
        try
        {
            await desk.PublishAsync(Draft, User.Id(), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody changed this draft at the same moment. Look at the preview again before you publish");
            return this.PageWithErrors();
        }
        return RedirectToPage("Write", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await reports.FindDraftAsync(this, id, ct);
        if (draft is not null) Draft = draft;
        return refused;
    }
}
