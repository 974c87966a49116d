using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Says how one impact or goal of the framework is measured in this place.</summary>
[Uses(Capability.Plan)]
public sealed class MeasureModel(CommunityVoiceDb db, StrategyAtHand strategies, StrategyChoices choices) : PageModel
{
    [BindProperty] public MeasureInput Input { get; set; } = new();

    public StrategyVersion Draft { get; private set; } = null!;
    public FrameworkItem Item { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, long itemId, CancellationToken ct)
    {
        if (await FindAsync(id, itemId, ct) is { } refused) return refused;
        if (Draft.MeasureOf(Item) is { } known) Input = new() { Measure = known.Measure, Baseline = known.Baseline, Target = known.Target, DueOn = known.DueOn, Owner = known.OwnerId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long itemId, CancellationToken ct)
    {
        if (await FindAsync(id, itemId, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var owner = Input.Owner is { } chosen ? await db.Bodies.SingleOrDefaultAsync(b => b.Id == chosen, ct) : null;
        Draft.Measure(Item, new(CleanText.OneLine(Input.Measure), CleanText.OneLine(Input.Baseline), CleanText.OneLine(Input.Target), Input.DueOn, owner));
        if (!await strategies.SaveAsync(this, Draft, "measure-changed", Item.Title, ct)) return this.PageWithErrors();
        Done = $"The measure of “{Item.Title}” is saved.";
        return RedirectToPage("Tasks", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, long itemId, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        if (draft.Measured.FirstOrDefault(i => i.Id == itemId) is not { } item) return NotFound();
        (Draft, Item, Bodies) = (draft, item, await choices.BodiesAsync(ct));
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class MeasureInput
    {
        [Display(Name = "What is measured?", Description = "Such as: people who got help on the day they asked for it."), StringLength(LocalMeasure.TextMaxLength)]
        public string? Measure { get; set; }

        [Display(Name = "Where does it stand now?"), StringLength(LocalMeasure.TextMaxLength)]
        public string? Baseline { get; set; }

        [Display(Name = "What should it reach?"), StringLength(LocalMeasure.TextMaxLength)]
        public string? Target { get; set; }

        [Display(Name = "By when?")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "Who answers for it?")]
        public long? Owner { get; set; }
    }
}
