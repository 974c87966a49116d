using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Bodies;

/// <summary>One organisation: what it is, what it may do where, on what basis and until when, and what it asked.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    private const int MostRecommendations = 6;

    public Body Body { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<RecommendationRow> AskedOfIt { get; private set; } = [];
    public IReadOnlyList<ConsultationLink> Asked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Bodies.AsNoTracking().Include(b => b.Successor).Include(b => b.Remits).ThenInclude(r => r.Area)
            .SingleOrDefaultAsync(b => b.Slug == slug, ct) is not { } body) return NotFound();
        (Body, Today) = (body, UkTime.Today(clock));
        Asked = await db.Consultations.AsNoTracking().Where(c => c.AskedById == body.Id && c.PublishedAt != null)
            .OrderByDescending(c => c.OpensAt).ThenByDescending(c => c.Id).Take(12)
            .Select(c => new ConsultationLink(c.Slug, c.Title, c.Question, c.OpensOn, c.ClosesOn, c.Comments, c.People, c.Area.Name)).ToListAsync(ct);
        AskedOfIt = await db.Recommendations.Sent().Where(r => r.AddresseeId == body.Id).InOrder(Today).Take(MostRecommendations).ToRowsAsync(Today, ct);
        HttpContext.ShowsPages([PageTag.Lists]);
        return Page();
    }
}
