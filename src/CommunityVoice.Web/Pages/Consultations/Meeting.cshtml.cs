using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What was said at a meeting, where and when it was, and about how many came.</summary>
[AllowAnonymous]
public sealed class MeetingModel(CommunityVoiceDb db) : PageModel
{
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>Those that can be seen: a moderator may have taken one out.</summary>
    public IReadOnlyList<Comment> Points { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        if (await db.Meetings.AsNoTracking().Standing().Include(m => m.EnteredFor).Include(m => m.Consultation.Area)
            .SingleOrDefaultAsync(m => m.Id == id && m.Consultation.Slug == slug && m.Consultation.PublishedAt != null, ct) is not { } found) return NotFound();
        Meeting = found;
        Points = await db.Comments.AsNoTracking().Visible().Where(c => c.MeetingId == id).OrderBy(c => c.Id).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Consultation(found.ConsultationId)]);
        return Page();
    }
}
