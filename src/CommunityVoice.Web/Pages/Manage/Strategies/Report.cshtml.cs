using System.ComponentModel.DataAnnotations;
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
        (Input.On, Input.Before) = (UkTime.Today(clock), Reports.FirstOrDefault()?.Before); // what was before is said once
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

/// <summary>What the form of a report holds.</summary>
public sealed class ReportInput
{
    [Display(Name = "How does it stand?"), Required(ErrorMessage = "Choose how it stands")]
    public ActionState? State { get; set; }

    [Display(Name = "On which day?"), Required(ErrorMessage = "Enter the day")]
    public DateOnly? On { get; set; }

    [Display(Name = "How was it before?", Description = "How people worked until then. Needed once it is begun."), StringLength(ActionReport.TextMaxLength)]
    public string? Before { get; set; }

    [Display(Name = "How is it now?", Description = "What is fundamentally different in how people work. Needed to say that it is done."), StringLength(ActionReport.TextMaxLength)]
    public string? Now { get; set; }

    [Display(Name = "What shows it?", Description = "Counts, a visit, a paper with its address. Needed to say that it is done."), StringLength(ActionReport.TextMaxLength)]
    public string? Evidence { get; set; }

    [Display(Name = "If it was stopped, why?"), StringLength(ActionReport.TextMaxLength)]
    public string? Reason { get; set; }

    /// <summary>None until state and day are there.</summary>
    public ReportText? Text() => State is { } state && On is { } on ? new(state, on, Clean(Before), Clean(Now), Clean(Evidence), Clean(Reason)) : null;

    private static string Clean(string? typed) => (typed ?? "").Trim().ReplaceLineEndings("\n");
}
