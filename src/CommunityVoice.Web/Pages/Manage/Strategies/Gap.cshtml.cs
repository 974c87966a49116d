using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Frameworks;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Says in public why one priority's money is not its share of the voice.</summary>
[Uses(Capability.Plan)]
public sealed class GapModel(StrategyAtHand strategies, TimeProvider clock) : PageModel
{
    [BindProperty] public GapInput Input { get; set; } = new();

    public StrategyVersion Version { get; private set; } = null!;
    public FrameworkItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long itemId, CancellationToken ct)
    {
        if (await FindAsync(id, itemId, ct) is { } refused) return refused;
        Input.Words = Version.Strategy.GapNotes.Find(n => n.ItemId == itemId)?.Words;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long itemId, CancellationToken ct)
    {
        if (await FindAsync(id, itemId, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Version.Strategy.Explain(Item, Input.Words!.Trim().ReplaceLineEndings("\n"), User.Id(), clock.GetUtcNow());
        return await strategies.SaveAsync(this, Version, "gap-explained", $"{Item.Title}: {Input.Words!.Trim()}", ct) ? RedirectToPage("Gaps", new { id }) : this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, long itemId, CancellationToken ct)
    {
        var (version, refused) = await strategies.FindAsync(this, id, ct);
        if (version is null) return refused;
        if (version.Strategy.Framework.Items.Find(i => i.Id == itemId) is not { } item) return NotFound();
        (Version, Item) = (version, item);
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class GapInput
    {
        [Display(Name = "Why do they differ?", Description = "In plain words, for everybody."), Required(ErrorMessage = "Say why they differ"), StringLength(GapNote.MaxLength)]
        public string? Words { get; set; }
    }
}
