using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>Drafts and published annual reports of the bodies that this person publishes for; one button makes a draft of a year.</summary>
[Uses(Capability.Publish)]
public sealed class IndexModel(CommunityVoiceDb db, AnnualReportDesk desk, TimeProvider clock) : PageModel
{
    private List<Body> bodies = [];

    [BindProperty] public StartInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public IReadOnlyList<AnnualReport> Rows { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.Year = FinancialYear.Of(UkTime.Today(clock)) - 1; // the last that is over
        await ListAsync(ct);
        return bodies.Count == 0 ? Forbid() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ListAsync(ct);
        if (bodies.Count == 0) return Forbid();
        var body = bodies.Count == 1 ? bodies[0] : bodies.Find(b => b.Slug == Input.Body);
        if (body is null) ModelState.AddModelError("Input.Body", "Choose an organisation");
        if (!ModelState.IsValid || body is null || Input.Year is not { } year) return this.PageWithErrors();
        if (!Years.Any(y => y.Value == Value(year))) return BadRequest();
        if (await desk.NewestAsync(body.Id, year, ct) is null && await desk.StartAsync(body, year, User.Id(), ct) is { } report)
        {
            Done = "The draft is made. Look at the figures, and write around them.";
            return RedirectToPage("Write", new { id = report.Id });
        }
        Done = "There is a report on this year already."; // or somebody else made it in the same instant
        return RedirectToPage("Write", new { id = (await desk.NewestAsync(body.Id, year, ct))!.Id });
    }

    private async Task ListAsync(CancellationToken ct)
    {
        bodies = await desk.BodiesAsync(User.Id(), ct);
        var ids = bodies.ConvertAll(b => b.Id);
        Bodies = [.. bodies.Select(b => new SelectListItem(b.Name, b.Slug))];
        Years = [.. (await desk.YearsAsync(bodies, ct)).Select(y => new SelectListItem($"{AnnualPeriod.Day(FinancialYear.FirstDay(y))} to {AnnualPeriod.Day(FinancialYear.LastDay(y))}", Value(y)))];
        Rows = await db.AnnualReports.AsNoTracking().Where(r => ids.Contains(r.ById)).Newest().OrderByDescending(r => r.Year).ThenByDescending(r => r.Id).Take(200).ToListAsync(ct);
    }

    private static string Value(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the form holds.</summary>
    public sealed class StartInput
    {
        [Display(Name = "Whose year?")]
        public string? Body { get; set; }

        [Display(Name = "Which year?"), Required(ErrorMessage = "Choose a year")]
        public int? Year { get; set; }
    }
}
