using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
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

    /// <summary>Documents that were published for comment in the area.</summary>
    public IReadOnlyList<SelectListItem> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (await FindAsync(slug, code, ct) is { } refused) return refused;
        if (Review.Newest(Item.Id) is { } newest) Input = JudgeInput.Of(newest);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string code, CancellationToken ct)
    {
        if (await FindAsync(slug, code, ct) is { } refused) return refused;
        if (Input.SiteDocument is { } chosen && !Documents.Any(d => d.Value == $"{chosen}")) return BadRequest();
        var version = await VersionAsync(ct);
        Input.Check(ModelState, version);
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Input.Findings.Exists(f => !Findings.Any(c => c.Value == $"{f}"))) return BadRequest();
        var findings = await db.Findings.Where(f => Input.Findings.Contains(f.Id)).ToListAsync(ct);
        if (!await desk.JudgeAsync(Review, Item, Input.ToText(findings, version), by, User.Id(), ct)) return ReviewAtHand.Tell(this);
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
        Documents = await db.Documents.AsNoTracking().Where(d => within.Contains(d.Consultation.AreaId) && d.Consultation.PublishedAt != null && !d.AwaitsPublishing && d.Sections.Count > 0)
            .OrderByDescending(d => d.Id).Take(200).Select(d => new SelectListItem($"{d.Title} ({d.Consultation.Title})", $"{d.Id}")).ToListAsync(ct);
        return null;
    }

    // What is quoted is kept for good as it reads now.
    private async Task<DocumentVersion?> VersionAsync(CancellationToken ct)
    {
        if (Input.SiteDocument is null) return null;
        var document = await db.Documents.Include(d => d.Consultation).Include(d => d.Sections).Include(d => d.Versions).ThenInclude(v => v.Sections).AsSplitQuery().SingleAsync(d => d.Id == Input.SiteDocument, ct);
        document.KeepFirst();
        return document.Versions.MaxBy(v => v.Number);
    }
}
