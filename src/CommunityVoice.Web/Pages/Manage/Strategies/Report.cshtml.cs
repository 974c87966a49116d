using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Says in public how an action of a published version stands: begun, done with what shows it, or stopped with the reason.</summary>
[Uses(Capability.Plan)]
public sealed class ReportModel(StrategyAtHand strategies, StrategyDrafts drafts, TimeProvider clock) : PageModel
{
    public static IReadOnlyList<Choice> States { get; } = [.. Enum.GetValues<ActionState>().Select(s => new Choice(s.ToString(), s.Word()))];

    [BindProperty] public ReportInput Input { get; set; } = new();

    public StrategyVersion Version { get; private set; } = null!;
    public StrategyAction Action { get; private set; } = null!;
    public IReadOnlyList<ActionReport> Reports => Version.Strategy.ReportsOn(Action.Number);

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken ct)
    {
        if (await FindAsync(id, number, ct) is { } refused) return refused;
        (Input.On, Input.Before) = (UkTime.Today(clock), Reports is [var last, ..] ? last.Before : null); // what was before is said once
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, int number, CancellationToken ct)
    {
        if (await FindAsync(id, number, ct) is { } refused) return refused;
        if (Input.On > UkTime.Today(clock)) ModelState.AddModelError("Input.On", "The day cannot lie ahead");
        else if (Reports is [var last, ..] && Input.On < last.On) ModelState.AddModelError("Input.On", "The day cannot be before that of the last report");
        var text = Input.Text();
        foreach (var (part, message) in text?.Lacks ?? []) ModelState.AddModelError($"Input.{part}", message);
        if (!ModelState.IsValid) return this.PageWithErrors();
        await drafts.ReportAsync(Version, Action, text!, User.Id(), ct);
        Done = $"Everybody can see now how action {number} stands.";
        return RedirectToPage("Tasks", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, int number, CancellationToken ct)
    {
        var (version, refused) = await strategies.FindAsync(this, id, ct);
        if (version is null) return refused;
        if (version.IsDraft) return RedirectToPage("Tasks", new { id });
        if (version.Actions.Find(a => a.Number == number) is not { } action) return NotFound();
        (Version, Action) = (version, action);
        return null;
    }
}
