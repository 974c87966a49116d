using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Takes a budget line out of a draft.</summary>
[Uses(Capability.Plan)]
public sealed class RemoveLineModel(StrategyAtHand strategies) : PageModel
{
    public StrategyVersion Draft { get; private set; } = null!;
    public BudgetLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long lineId, CancellationToken ct) => await FindAsync(id, lineId, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long lineId, CancellationToken ct)
    {
        if (await FindAsync(id, lineId, ct) is { } refused) return refused;
        Draft.Remove(Line);
        return await strategies.SaveAsync(this, Draft, "line-removed", $"Line {Line.Number}: {Line.Title}, {Money.Words(Line.Pence)}", ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, long lineId, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        if (draft.Lines.Find(l => l.Id == lineId) is not { } line) return NotFound();
        (Draft, Line) = (draft, line);
        return null;
    }
}
