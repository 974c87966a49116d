using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Takes an action, a budget line or a plan it is tied to out of a draft. Three pages share it.</summary>
[Uses(Capability.Plan)]
public sealed class RemoveModel(StrategyAtHand strategies) : PageModel
{
    private Action remove = null!;
    private string verb = "";
    private string detail = "";

    public string Part { get; private set; } = "";
    public string Warning { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, long? actionId, long? lineId, long? planId, CancellationToken ct) =>
        (await FindAsync(id, actionId, lineId, planId, ct)).Refused ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long? actionId, long? lineId, long? planId, CancellationToken ct)
    {
        var (draft, refused) = await FindAsync(id, actionId, lineId, planId, ct);
        if (draft is null) return refused!;
        remove();
        return await strategies.SaveAsync(this, draft, verb, detail, ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    private async Task<(StrategyVersion? Draft, IActionResult? Refused)> FindAsync(long id, long? actionId, long? lineId, long? planId, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return (null, refused);
        if (draft.Actions.Find(a => a.Id == actionId) is { } action)
        {
            (Part, remove, verb, detail) = ("action", () => draft.Remove(action), "action-removed", $"Action {action.Number}: {action.Title}");
            Warning = $"“{action.Title}” goes from this draft. Its budget lines stay, for no action, until you change or take them out. Published versions stay as they are.";
        }
        else if (draft.Lines.Find(l => l.Id == lineId) is { } line)
        {
            (Part, remove, verb, detail) = ("budget line", () => draft.Remove(line), "line-removed", $"Line {line.Number}: {line.Title}, {Money.Words(line.Pence)}");
            Warning = $"“{line.Title}”, {Money.Words(line.Pence)}, goes from this draft. Published versions stay as they are.";
        }
        else if (draft.Plans.Find(p => p.Id == planId) is { } plan)
        {
            (Part, remove, verb, detail) = ("plan", () => draft.Remove(plan), "plan-removed", plan.Title);
            Warning = $"“{plan.Title}” goes from this draft. Published versions stay as they are.";
        }
        else return (null, NotFound());
        return (draft, null);
    }
}
