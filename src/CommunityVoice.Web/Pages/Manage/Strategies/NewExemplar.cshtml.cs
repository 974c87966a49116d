using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Adds a place that did better on an item, for a board.</summary>
[Uses(Capability.Plan)]
public sealed class NewExemplarModel(CommunityVoiceDb db, StrategyDrafts drafts, Exemplars exemplars, TimeProvider clock) : PageModel
{
    private IReadOnlyList<(Body Board, Area Area)> boards = [];
    private List<FrameworkItem> items = [];

    [BindProperty] public ExemplarInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Places => [.. boards.Select(p => new SelectListItem($"{p.Area.Name}, by {p.Board.Name}", Key(p)))];
    public IReadOnlyList<SelectListItem> Items => [.. items.Select(i => new SelectListItem($"{i.Title} ({i.Framework.Name})", $"{i.Id}"))];

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ListAsync(ct) ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ListAsync(ct)) return Forbid();
        Input.Check(ModelState, UkTime.Today(clock));
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (items.Find(i => i.Id == Input.Item) is not { } item || boards.FirstOrDefault(p => Key(p) == Input.For) is not { Board: { } board, Area: { } area }) return BadRequest();
        await exemplars.AddAsync(area, board, item, Input.ToFacts(), User.Id(), ct);
        Done = "Everybody can read about this place now.";
        return RedirectToPage("Exemplars");
    }

    private async Task<bool> ListAsync(CancellationToken ct)
    {
        boards = await drafts.BoardsAsync(User.Id(), ct);
        items = await db.FrameworkItems.Include(i => i.Framework).OrderByDescending(i => i.FrameworkId).ThenBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(ct);
        return boards.Count > 0;
    }

    private static string Key((Body Board, Area Area) one) => $"{one.Board.Id}-{one.Area.Id}";
}
