using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Reviews;
using CommunityVoice.Strategies;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Says what a discussion ended in: actions, or why there is none.</summary>
[Authorize]
public sealed class EndDiscussionModel(ReviewAtHand reviews, ItemThreads threads) : PageModel
{
    private List<StrategyAction> offered = [];

    [BindProperty] public EndInput Input { get; set; } = new();

    public Review Review { get; private set; } = null!;
    public ItemThread Thread { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Actions => [.. offered.Select(a => new Choice($"{a.Id}", a.Title, a.Version.Title))];

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) => await FindAsync(slug, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        var because = CleanText.Of(Input.NoActionBecause);
        if (Input.Actions.Count == 0 && because.Length == 0) ModelState.AddModelError(offered.Count > 0 ? "Input.Actions" : "Input.NoActionBecause", "Choose the actions that it ended in, or say why there is none");
        if (Input.Actions.Count > 0 && because.Length > 0) ModelState.AddModelError("Input.NoActionBecause", "You chose actions: leave the reason for no action empty, or choose no action");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var chosen = offered.FindAll(a => Input.Actions.Contains(a.Id));
        if (chosen.Count != Input.Actions.Distinct().Count()) return BadRequest();
        if (!await threads.EndAsync(Thread, chosen, because, User.Id(), ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = "Everybody can read what the discussion ended in.";
        return RedirectToPage("Discussions", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        var (review, _, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        if (review.Threads.Find(t => t.Id == id) is not { } thread) return NotFound();
        if (thread.EndedAt is not null) return RedirectToPage("Discussions", new { slug });
        (Review, Thread, offered) = (review, thread, await threads.ActionsAsync(review, ct));
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class EndInput
    {
        [Display(Name = "Which actions did it end in?")]
        public List<long> Actions { get; set; } = [];

        [Display(Name = "No action, because", Description = "Shown to everybody. Leave it empty where you chose actions."), StringLength(ItemThread.ReasonMaxLength)]
        public string? NoActionBecause { get; set; }
    }
}
