using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Takes an action out of a draft.</summary>
[Uses(Capability.Plan)]
public sealed class RemoveActionModel(StrategyAtHand strategies) : PageModel
{
    public StrategyVersion Draft { get; private set; } = null!;
    public StrategyAction Action { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long actionId, CancellationToken ct) => await FindAsync(id, actionId, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long actionId, CancellationToken ct)
    {
        if (await FindAsync(id, actionId, ct) is { } refused) return refused;
        Draft.Remove(Action);
        return await strategies.SaveAsync(this, Draft, "action-removed", $"Action {Action.Number}: {Action.Title}", ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, long actionId, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        if (draft.Actions.Find(a => a.Id == actionId) is not { } action) return NotFound();
        (Draft, Action) = (draft, action);
        return null;
    }
}
