using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Frameworks;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>One review: its area, who stands behind it, who was heard, what is found of each item, what bodies are asked, and its consultations.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, HeardFrom from, TimeProvider clock) : PageModel
{
    public Review Review { get; private set; } = null!;
    public IReadOnlyList<FrameworkItem> Items { get; private set; } = [];
    public IReadOnlyList<TestQuestion> Questions { get; private set; } = [];
    public IReadOnlyList<ConsultationLink> Consultations { get; private set; } = [];
    public IReadOnlyList<ReviewMeeting> Meetings { get; private set; } = [];
    public ILookup<long, EndedIn> Endings { get; private set; } = null!;
    public HeardInReview Heard { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Reviews.AsNoTracking().Whole().SingleOrDefaultAsync(r => r.Slug == slug, ct) is not { } review) return NotFound();
        (Review, Items, Questions) = (review, review.Items, review.QuestionsInOrder(Today));
        Endings = await EndedIn.OfAsync(db, [.. review.Threads.Select(t => t.Id)], ct);
        var shown = await HeardInReview.ConsultationsOf(db, review.Id)
            .Select(c => new { c.Id, Link = new ConsultationLink(c.Slug, c.Title, c.Question, c.OpensOn, c.ClosesOn, c.Comments, c.People, c.Area.Name) }).ToListAsync(ct);
        Consultations = [.. shown.Select(c => c.Link)];
        Heard = await HeardInReview.OfAsync(from, [.. shown.Select(c => c.Id)], ct);
        if (Heard.ByVoice is { } voices) Heard = Heard with { ByVoice = voices with { Data = VoicePaths.Link(voices.Data, slug) } };
        var now = clock.GetUtcNow();
        Meetings = await db.ReviewMeetings.AsNoTracking().Where(m => m.ReviewId == review.Id && m.EndsAt > now).OrderBy(m => m.StartsAt).ThenBy(m => m.Id).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Lists, PageTag.Review(review.Id), .. shown.Select(c => PageTag.Consultation(c.Id))], until: Meetings is [] ? null : Meetings.Min(m => m.EndsAt));
        return Page();
    }
}
