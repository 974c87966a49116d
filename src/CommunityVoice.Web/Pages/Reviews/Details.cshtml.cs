using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>One review: its area, who stands behind it, what it is measured by and its consultations.</summary>
public sealed class DetailsModel(CommunityVoiceDb db) : PageModel
{
    public Review Review { get; private set; } = null!;
    public IReadOnlyList<FrameworkItem> Items { get; private set; } = [];
    public IReadOnlyList<ConsultationLink> Consultations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Reviews.AsNoTracking().Include(r => r.Area).Include(r => r.Framework).Include(r => r.Sponsors).ThenInclude(s => s.Body)
            .AsSplitQuery().SingleOrDefaultAsync(r => r.Slug == slug, ct) is not { } review) return NotFound();
        Review = review;
        if (review.FrameworkId is { } framework)
            Items = await db.FrameworkItems.AsNoTracking().Where(i => i.FrameworkId == framework).OrderBy(i => i.Kind).ThenBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(ct);
        Consultations = await db.Consultations.AsNoTracking().Where(c => c.ReviewId == review.Id && c.PublishedAt != null)
            .OrderByDescending(c => c.OpensAt).ThenBy(c => c.Id)
            .Select(c => new ConsultationLink(c.Slug, c.Title, c.Question, c.OpensOn, c.ClosesOn, c.Comments, c.People, c.Area.Name)).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Lists]);
        return Page();
    }
}
