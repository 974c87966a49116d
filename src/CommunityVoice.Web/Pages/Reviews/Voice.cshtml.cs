using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Pages.Coding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>What was said in one voice in the consultations of a review: who speaks for a body first, then the newest.</summary>
public sealed class VoiceModel(CommunityVoiceDb db) : PageModel
{
    public const int PageSize = 25;

    public Review Review { get; private set; } = null!;
    public Voice Voice { get; private set; }
    public IReadOnlyList<ThemedComment> Comments { get; private set; } = [];
    public long? Next { get; private set; }
    public bool IsFirstPage { get; private set; }
    public string Here => $"/reviews/{Review.Slug}/voices/{VoicePaths.Of(Voice)}";

    public async Task<IActionResult> OnGetAsync(string slug, string voice, long? after, CancellationToken ct)
    {
        if (VoicePaths.Find(voice) is not { } spoken) return NotFound();
        if (await db.Reviews.AsNoTracking().Include(r => r.Area).SingleOrDefaultAsync(r => r.Slug == slug, ct) is not { } review) return NotFound();
        (Review, Voice, IsFirstPage) = (review, spoken, after is null);
        var said = db.Comments.AsNoTracking().Visible().Where(c => c.Consultation.ReviewId == review.Id && c.Consultation.PublishedAt != null && !c.IsOfficial && c.Voice == spoken);
        if (after is { } last)
        {
            // Whether the last of the page before was verified is looked up, so that the address needs its number alone.
            var isVerified = await db.Comments.AnyAsync(c => c.Id == last && c.SpeaksForId != null, ct);
            said = isVerified ? said.Where(c => c.SpeaksForId == null || c.Id < last) : said.Where(c => c.SpeaksForId == null && c.Id < last);
        }
        var found = await said.OrderByDescending(c => c.SpeaksForId != null).ThenByDescending(c => c.Id).Take(PageSize + 1).ToThemed().ToListAsync(ct);
        Comments = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Comments[^1].Id;
        var consultations = await db.Consultations.Where(c => c.ReviewId == review.Id && c.PublishedAt != null).Select(c => c.Id).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Lists, PageTag.Review(review.Id), .. consultations.Select(PageTag.Consultation)], ["after"]);
        return Page();
    }
}
