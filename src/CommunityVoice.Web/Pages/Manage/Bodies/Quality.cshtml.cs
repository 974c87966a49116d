using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>An organisation looks back on its work in a year (rule R-B16).</summary>
[Uses(Capability.Administer)]
public sealed class QualityModel(ManagedBodies bodies, ChecklistDesk desk, ChecklistLibrary library, TimeProvider clock) : PageModel, IChecklistPage
{
    private const int YearsBack = 4;

    [BindProperty] public ChecklistInput Input { get; set; } = new();
    public Checklist List => library.ForBodies;
    public Body Body { get; private set; } = null!;
    public int Year { get; private set; }

    /// <summary>Those that can be looked back on, newest first.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(0, YearsBack + 1).Select(back => UkTime.Today(clock).Year - back)];
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int? year, CancellationToken ct)
    {
        if (await FindAsync(slug, year, ct) is { } refused) return refused;
        Input = ChecklistInput.Of(await desk.RowsAsync(List, ChecklistOf.One(Body, Year), ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int? year, CancellationToken ct)
    {
        if (await FindAsync(slug, year, ct) is { } refused) return refused;
        if (!Input.Follows(List, ModelState)) return BadRequest();
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.SaveAsync(List, ChecklistOf.One(Body, Year), Input.Texts, User.Id(), ct))
        {
            ModelState.AddModelError("", "Somebody else saved this at the same moment. Your words are below: save again");
            return this.PageWithErrors();
        }
        Done = "It is saved, and everybody can see it.";
        return Redirect($"/manage/bodies/{Body.Slug}/quality?year={Year}");
    }

    private async Task<IActionResult?> FindAsync(string slug, int? year, CancellationToken ct)
    {
        if (await bodies.FindAsync(slug, ct) is not { } body || (year is { } asked && !Years.Contains(asked))) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        (Body, Year) = (body, year ?? Years[0]);
        return null;
    }
}
