using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Ties a thread of the review's consultations to an item, to end by a day.</summary>
[Authorize]
public sealed class NewDiscussionModel(ReviewAtHand reviews, ItemThreads threads, TimeProvider clock) : PageModel
{
    private const int UsualDays = 42;
    private List<Comment> offered = [];
    private Body by = null!;

    [BindProperty] public TieInput Input { get; set; } = new();

    public Review Review { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Items => [.. Review.Items.Select(i => new SelectListItem(i.Title, i.Code))];
    public IReadOnlyList<SelectListItem> Threads => [.. offered.Select(c => new SelectListItem($"{Words.Cut(CleanText.OfMarkdown(c.Body), 90)} ({Words.Count(c.Replies, "answer", "answers")}, {c.Consultation.Title})", c.Id.ToString(CultureInfo.InvariantCulture)))];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        Input.EndsOn = UkTime.Today(clock).AddDays(UsualDays);
        return await FindAsync(slug, ct) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Input.EndsOn < UkTime.Today(clock)) ModelState.AddModelError("Input.EndsOn", "Choose today or a day to come");
        var (item, root) = (Review.Items.FirstOrDefault(i => i.Code == Input.Item), offered.Find(c => c.Id == Input.Thread));
        if (item is not null && root is not null && Review.Threads.Exists(t => t.ItemId == item.Id && t.RootId == root.Id)) ModelState.AddModelError("Input.Thread", "This discussion is tied to that item already");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (item is null || root is null) return BadRequest();
        if (!await threads.TieAsync(Review, item, root, Input.EndsOn!.Value, by, User.Id(), ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = "Everybody can see that this discussion has to end in something.";
        return RedirectToPage("Discussions", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, body, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        (Review, by) = (review, body!);
        offered = await threads.OfferedAsync(review, ct);
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class TieInput
    {
        [Display(Name = "Which item is it about?"), Required(ErrorMessage = "Choose an item")]
        public string? Item { get; set; }

        [Display(Name = "Which discussion?", Description = "Of the consultations of this review; those with most answers come first."), Required(ErrorMessage = "Choose a discussion")]
        public long? Thread { get; set; }

        [Display(Name = "By when must it end?", Description = "After that day it stands first, for everybody to see."), Required(ErrorMessage = "Enter the day by which it must end")]
        public DateOnly? EndsOn { get; set; }
    }
}
