using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Transfers;

/// <summary>Enters money handed from one body to another. Nothing of it can be changed afterwards.</summary>
[Uses(Capability.Plan)]
public sealed class NewModel(TransferDesk desk) : PageModel
{
    private List<Remit> givers = [];
    private List<Remit> takers = [];
    private List<StrategyAction> actions = [];

    [BindProperty] public TransferInput Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> Givers => [.. givers.Select(Item)];
    public IReadOnlyList<SelectListItem> Takers => [.. takers.Select(Item)];
    public IReadOnlyList<SelectListItem> Actions => [.. actions.Select(a => new SelectListItem($"{a.Version.Title}, action {a.Number}: {a.Title}", Key(a)))];
    [TempData] public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken ct) => OfferAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OfferAsync(ct);
        Input.Check(ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var (from, to, action) = (givers.Find(r => r.Id == Input.From), takers.Find(r => r.Id == Input.To), actions.Find(a => Key(a) == Input.Action));
        if (from is null || to is null || (action is null && !string.IsNullOrEmpty(Input.Action))) return BadRequest(); // not on offer, so not chosen from the page
        if (from.BodyId == to.BodyId && from.AreaId == to.AreaId)
        {
            ModelState.AddModelError("Input.To", "Choose another organisation, or another level");
            return this.PageWithErrors();
        }
        await desk.EnterAsync(from, to, new(Input.Pence!.Value, Input.On!.Value, Input.For!, Input.Source!, action?.Version.StrategyId, action?.Number), User.Id(), ct);
        Done = "The transfer is entered, and everybody sees it.";
        return RedirectToPage("Index");
    }

    private async Task OfferAsync(CancellationToken ct) =>
        (givers, takers, actions) = (await desk.GiversAsync(User.Id(), ct), await desk.TakersAsync(ct), await desk.ActionsAsync(ct));

    private static SelectListItem Item(Remit remit) => new($"{remit.Body.Name}: {remit.Label}, {remit.Area.Name} ({remit.Area.Level.Word().ToLowerInvariant()})", remit.Id.ToString(CultureInfo.InvariantCulture));

    private static string Key(StrategyAction action) => string.Create(CultureInfo.InvariantCulture, $"{action.Version.StrategyId}/{action.Number}");
}
