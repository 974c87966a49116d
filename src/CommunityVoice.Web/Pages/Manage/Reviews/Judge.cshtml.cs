using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Reviews;
using CommunityVoice.Summaries;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Says how fit one item is, now and for the future, why, and what it rests on.</summary>
[Authorize]
public sealed class JudgeModel(ReviewAtHand reviews, ReviewDesk desk, CommunityVoiceDb db, AreaTree tree, TimeProvider clock) : PageModel
{
    private Body by = null!;

    [BindProperty] public JudgeInput Input { get; set; } = new();

    public Review Review { get; private set; } = null!;
    public FrameworkItem Item { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (await FindAsync(slug, code, ct) is { } refused) return refused;
        if (Review.Newest(Item.Id) is { } newest) Input = JudgeInput.Of(newest);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string code, CancellationToken ct)
    {
        if (await FindAsync(slug, code, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Input.Findings.Exists(f => !Findings.Any(c => c.Value == $"{f}"))) return BadRequest();
        var findings = await db.Findings.Where(f => Input.Findings.Contains(f.Id)).ToListAsync(ct);
        if (!await desk.JudgeAsync(Review, Item, Input.ToText(findings), by, User.Id(), ct)) return ReviewAtHand.Tell(this);
        TempData["Done"] = $"What you found of “{Item.Title}” is public.";
        return RedirectToPage("Details", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, string code, CancellationToken ct)
    {
        var (review, body, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        if (review.Items.FirstOrDefault(i => i.Code == code) is not { } item) return NotFound();
        (Review, Item, by) = (review, item, body!);
        var within = await tree.WithinAsync(review.AreaId, UkTime.Today(clock), ct);
        var newest = db.SummaryVersions.Newest().Where(v => within.Contains(v.Summary.Consultation.AreaId)).Select(v => v.Id);
        Findings = [.. (await db.Findings.AsNoTracking().Where(f => newest.Contains(f.VersionId)).OrderByDescending(f => f.VersionId).ThenBy(f => f.Order).Take(200)
            .Select(f => new { f.Id, f.Heading, f.Version.Title }).ToListAsync(ct)).Select(f => new Choice($"{f.Id}", f.Heading, f.Title))];
        return null;
    }
}
