using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Writes one budget line, new or old. Two pages share it.</summary>
[Uses(Capability.Plan)]
public sealed class LineModel(StrategyAtHand strategies, StrategyChoices choices) : PageModel
{
    [BindProperty] public LineInput Input { get; set; } = new();

    public StrategyVersion Draft { get; private set; } = null!;
    public BudgetLine? Line { get; private set; }
    public NamedBodies Bodies { get; private set; } = NamedBodies.None;
    public IReadOnlyList<SelectListItem> Settings => choices.Settings;
    public IReadOnlyList<SelectListItem> Recipients => choices.Recipients;
    public IReadOnlyList<SelectListItem> Shifts => [.. choices.Shifts, new("None of the shifts", BudgetLine.NoShift)];
    public IReadOnlyList<SelectListItem> Actions => StrategyChoices.Actions(Draft);
    public IReadOnlyList<SelectListItem> Items => StrategyChoices.Items(Draft);

    [TempData]
    public string? Done { get; set; }

    /// <summary>A line for an action, where the address names one.</summary>
    public async Task<IActionResult> OnGetAsync(long id, long? lineId, long? action, CancellationToken ct)
    {
        if (await FindAsync(id, lineId, ct) is { } refused) return refused;
        if (Line is not null) Input = LineInput.Of(Line, Bodies);
        else Input.Action = action;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long? lineId, CancellationToken ct)
    {
        if (await FindAsync(id, lineId, ct) is { } refused) return refused;
        var pence = Money.Read(Input.Amount);
        if (Input.Amount is { Length: > 0 } && pence is null or 0) ModelState.AddModelError("Input.Amount", "Enter an amount in pounds, such as 48,000 or 4.50");
        if (Input.EndsOn < Input.StartsOn) ModelState.AddModelError("Input.EndsOn", "The last day must not be before the first day");
        Input.CheckNames(Bodies, ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!Offered(Settings, Input.FromSetting) || !Offered(Settings, Input.ToSetting) || !Offered(Recipients, Input.RecipientKind) || (Input.Shift is { Length: > 0 } && !Offered(Shifts, Input.Shift))) return BadRequest();
        var (facts, isNew) = (Input.Facts(Draft, pence!.Value, Bodies), Line is null);
        if (Line is null) Line = Draft.AddLine(facts);
        else Draft.Rewrite(Line, facts);
        var detail = $"Line {Line.Number}: {Line.Title}, {Money.Words(Line.Pence)}";
        if (!await strategies.SaveAsync(this, Draft, isNew ? "line-added" : "line-changed", detail, ct)) return this.PageWithErrors();
        Done = $"Budget line {Line.Number} is saved.";
        return RedirectToPage("Tasks", new { id });
    }

    // A line may keep a code that is no longer listed.
    private bool Offered(IReadOnlyList<SelectListItem> list, string? code) =>
        list.Any(c => c.Value == code) || (Line is { } line && (line.FromSetting == code || line.ToSetting == code || line.RecipientKind == code || line.OwnShift == code));

    private async Task<IActionResult?> FindAsync(long id, long? lineId, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        (Draft, Line, Bodies) = (draft, draft.Lines.Find(l => l.Id == lineId), await choices.NamedBodiesAsync(ct));
        return lineId is not null && Line is null ? NotFound() : null;
    }
}
