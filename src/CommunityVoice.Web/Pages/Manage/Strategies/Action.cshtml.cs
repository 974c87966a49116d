using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Writes one action, new or old. Two pages share it.</summary>
[Uses(Capability.Plan)]
public sealed class ActionModel(CommunityVoiceDb db, StrategyAtHand strategies, StrategyChoices choices) : PageModel
{
    [BindProperty] public ActionInput Input { get; set; } = new();

    public StrategyVersion Draft { get; private set; } = null!;
    public StrategyAction? Action { get; private set; }
    public IReadOnlyList<SelectListItem> Shifts => choices.Shifts;
    public IReadOnlyList<SelectListItem> Determinants => choices.Determinants;
    public IReadOnlyList<SelectListItem> Skills => choices.Skills;
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Findings { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Elements { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, long? actionId, CancellationToken ct)
    {
        if (await FindAsync(id, actionId, ct) is { } refused) return refused;
        if (Action is not null) Input = ActionInput.Of(Action);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long? actionId, CancellationToken ct)
    {
        if (await FindAsync(id, actionId, ct) is { } refused) return refused;
        if (string.IsNullOrWhiteSpace(Input.Alignment) != Input.Horizon is null)
            ModelState.AddModelError(Input.Horizon is null ? "Input.Horizon" : "Input.Alignment", Input.Horizon is null ? "Choose by when that aim is reached" : "Enter the aim, or choose that there is none");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Input.Shift is { Length: > 0 } shift && shift != Action?.Shift && !Shifts.Any(s => s.Value == shift)) return BadRequest();
        if (Input.Determinants.Exists(d => !Determinants.Any(c => c.Value == d) && !DeterminantList.Codes(Action?.Determinants ?? "").Contains(d, StringComparer.Ordinal))) return BadRequest();
        if (Input.Skills.Exists(s => !Skills.Any(c => c.Value == s) && Action?.Skills.Exists(k => k.Code == s) != true)) return BadRequest();
        if (Input.Findings.Exists(f => !Findings.Any(c => c.Value == $"{f}")) || Input.Brings.Exists(b => !Elements.Any(c => c.Value == $"{b}"))) return BadRequest();
        var owner = Input.Owner is { } chosen ? await db.Bodies.SingleOrDefaultAsync(b => b.Id == chosen, ct) : null;
        var items = Draft.Strategy.Framework.Items.Where(i => Input.Items.Contains(i.Id)).ToList();
        var findings = await db.Findings.Include(f => f.Version.Summary).Where(f => Input.Findings.Contains(f.Id)).ToListAsync(ct);
        var brings = await db.Elements.Where(e => Input.Brings.Contains(e.Id)).ToListAsync(ct);
        var facts = Input.Facts(owner, items, findings, brings);
        var isNew = Action is null;
        if (Action is null) Action = Draft.AddAction(facts);
        else Draft.Rewrite(Action, facts);
        if (!await strategies.SaveAsync(this, Draft, isNew ? "action-added" : "action-changed", $"Action {Action.Number}: {Action.Title}", ct)) return this.PageWithErrors();
        Done = $"Action {Action.Number} is saved.";
        return RedirectToPage("Tasks", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, long? actionId, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        (Draft, Action) = (draft, draft.Actions.Find(a => a.Id == actionId));
        Elements = await choices.ElementsAsync(draft, ct);
        (Bodies, Findings, Items) = (await choices.BodiesAsync(ct), await choices.FindingsAsync(draft, ct), StrategyChoices.Items(draft));
        return actionId is not null && Action is null ? NotFound() : null;
    }
}
