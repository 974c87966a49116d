using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Frameworks;
using CommunityVoice.Markup;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Proposes what an effect that the guidelines name is to be here, for two bodies to agree.</summary>
[Authorize]
public sealed class ImpactModel(ReviewAtHand reviews, ReviewSignOffs signOffs) : PageModel
{
    private IReadOnlyList<Body> bodies = [];

    [BindProperty] public ImpactInput Input { get; set; } = new();

    public Review Review { get; private set; } = null!;
    public FrameworkItem Item { get; private set; } = null!;
    public Body By { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Bodies => [.. bodies.Select(b => new SelectListItem(b.Name, b.Slug))];

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (await FindAsync(slug, code, ct) is { } refused) return refused;
        Input.One = By.Slug;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string code, CancellationToken ct)
    {
        if (await FindAsync(slug, code, ct) is { } refused) return refused;
        var text = CleanText.Of(Input.Text);
        if (Input.One is not null && Input.One == Input.Other) ModelState.AddModelError("Input.Other", "Choose another body: two have to agree");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (bodies.FirstOrDefault(b => b.Slug == Input.One) is not { } one || bodies.FirstOrDefault(b => b.Slug == Input.Other) is not { } other) return BadRequest();
        if (!await signOffs.ProposeAsync(Review, Item, text, (one, other), By, User.Id(), ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = $"What is proposed for “{Item.Title}” is public. It is agreed once both have agreed.";
        return RedirectToPage("Details", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, string code, CancellationToken ct)
    {
        var (review, body, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        if (review.Items.FirstOrDefault(i => i.Code == code && i.Kind == FrameworkItemKind.Impact) is not { } item) return NotFound();
        (Review, Item, By) = (review, item, body!);
        bodies = await signOffs.BodiesAsync(review, ct);
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class ImpactInput
    {
        [Display(Name = "What is to be reached here?", Description = "One effect that can be measured, with a day."), Required(ErrorMessage = "Say what is to be reached"), StringLength(AgreedImpact.TextMaxLength)]
        public string? Text { get; set; }

        [Display(Name = "Who agrees it?"), Required(ErrorMessage = "Choose who agrees it")]
        public string? One { get; set; }

        [Display(Name = "And who else?"), Required(ErrorMessage = "Choose who else agrees it")]
        public string? Other { get; set; }
    }
}
