using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Says which consultations of the area belong to a review.</summary>
[Authorize]
public sealed class ConsultationsModel(ReviewAtHand reviews, ReviewDesk desk, CommunityVoiceDb db, AreaTree tree, TimeProvider clock) : PageModel
{
    private const int Most = 200;
    private List<Consultation> here = [];

    [BindProperty, Display(Name = "Consultations of this review")]
    public List<long> Chosen { get; set; } = [];

    public Review Review { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices => [.. here.Select(c => new Choice($"{c.Id}", c.Title, c.Review is { } other && other.Id != Review.Id ? $"Now in {other.Title}" : ""))];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Chosen = [.. here.Where(c => c.ReviewId == Review.Id).Select(c => c.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        foreach (var consultation in here)
        {
            var chosen = Chosen.Contains(consultation.Id);
            if (chosen && consultation.ReviewId != Review.Id) consultation.BelongTo(Review);
            else if (!chosen && consultation.ReviewId == Review.Id) consultation.BelongTo(null);
        }
        if (!await desk.SaveAsync(Review, User.Id(), "consultations-chosen", string.Join(", ", here.Where(c => c.ReviewId == Review.Id).Select(c => c.Slug)), ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = "Saved.";
        return RedirectToPage("Details", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, _, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        Review = review;
        var within = await tree.WithinAsync(review.AreaId, UkTime.Today(clock), ct);
        here = await db.Consultations.Include(c => c.Review).Where(c => within.Contains(c.AreaId) && c.PublishedAt != null)
            .OrderByDescending(c => c.ReviewId == review.Id).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);
        return null;
    }
}
