using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Asks a body a question that it answers in public.</summary>
[Authorize]
public sealed class AskModel(ReviewAtHand reviews, ReviewDesk desk, Addressees addressees, WorkingDays days) : PageModel
{
    private IReadOnlyList<Body> bodies = [];
    private Body by = null!;

    [BindProperty] public AskInput Input { get; set; } = new();

    public Review Review { get; private set; } = null!;
    public int WorkingDays => days.DaysToAnswer;
    public IReadOnlyList<SelectListItem> Bodies => [.. bodies.Select(b => new SelectListItem(b.Name, b.Slug))];
    public IReadOnlyList<SelectListItem> Items => [.. Review.Items.Select(i => new SelectListItem(i.Title, i.Code))];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var asked = bodies.FirstOrDefault(b => b.Slug == Input.Body);
        var item = Review.Items.FirstOrDefault(i => i.Code == Input.Item);
        if (asked is null || (item is null && !string.IsNullOrEmpty(Input.Item))) return BadRequest();
        switch (await desk.AskAsync(Review, item, asked, Input.Question!.Trim(), (Input.Why ?? "").Trim(), by, User.Id(), ct))
        {
            case null:
                ModelState.AddModelError("", $"The bank holidays after {days.LastYear} are not known here, so no last day to answer can be set. Ask whoever runs this site to add them");
                return this.PageWithErrors();
            case false:
                return ReviewAtHand.Tell(this);
            default:
                TempData["Done"] = $"Your question to {asked.Name} is public, and they are told.";
                return RedirectToPage("Details", new { slug });
        }
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, body, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        (Review, by) = (review, body!);
        bodies = await addressees.OfAsync(review.AreaId, ct);
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class AskInput
    {
        [Display(Name = "Whom do you ask?"), Required(ErrorMessage = "Choose whom you ask")]
        public string? Body { get; set; }

        [Display(Name = "What is it about?")]
        public string? Item { get; set; }

        [Display(Name = "Your question", Description = "One question that a plain answer with evidence can settle."), Required(ErrorMessage = "Enter your question"), StringLength(TestQuestion.TextMaxLength)]
        public string? Question { get; set; }

        [Display(Name = "Why do you ask?"), StringLength(TestQuestion.WhyMaxLength)]
        public string? Why { get; set; }
    }
}
