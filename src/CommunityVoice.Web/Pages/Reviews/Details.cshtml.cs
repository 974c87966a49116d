using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.People;
using CommunityVoice.Reviews;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>One review: its area, who stands behind it, who was heard, what is found of each item, what bodies are asked, and its consultations.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public Review Review { get; private set; } = null!;
    public IReadOnlyList<FrameworkItem> Items { get; private set; } = [];
    public IReadOnlyList<TestQuestion> Questions { get; private set; } = [];
    public IReadOnlyList<ConsultationLink> Consultations { get; private set; } = [];
    public IReadOnlyList<ReviewMeeting> Meetings { get; private set; } = [];
    public ILookup<long, EndedIn> Endings { get; private set; } = null!;
    public FigureView Heard { get; private set; } = null!;
    public IReadOnlyList<Voice> NotHeard { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Reviews.AsNoTracking().Whole().SingleOrDefaultAsync(r => r.Slug == slug, ct) is not { } review) return NotFound();
        (Review, Items, Questions) = (review, review.Items, review.QuestionsInOrder(Today));
        Endings = await EndedIn.OfAsync(db, [.. review.Threads.Select(t => t.Id)], ct);
        var shown = await db.Consultations.AsNoTracking().Where(c => c.ReviewId == review.Id && c.PublishedAt != null)
            .OrderByDescending(c => c.OpensAt).ThenBy(c => c.Id)
            .Select(c => new { c.Id, Link = new ConsultationLink(c.Slug, c.Title, c.Question, c.OpensOn, c.ClosesOn, c.Comments, c.People, c.Area.Name) }).ToListAsync(ct);
        Consultations = [.. shown.Select(c => c.Link)];
        var heard = await db.HeardInAsync(review.Id, clock.GetUtcNow(), ct);
        var figure = HeardFigures.ByVoice(heard, await db.HeardInEachAsync(shown.Select(c => c.Id), clock.GetUtcNow(), ct));
        (Heard, NotHeard) = (new(FigureKind.HeardByVoice, "Who was heard, by voice", VoicePaths.Link(figure, slug)), [.. ReviewLacks.NotHeard(heard).Where(v => figure.NotHeard.Contains(v.Word()))]);
        var now = clock.GetUtcNow();
        Meetings = await db.ReviewMeetings.AsNoTracking().Where(m => m.ReviewId == review.Id && m.EndsAt > now).OrderBy(m => m.StartsAt).ThenBy(m => m.Id).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Lists, PageTag.Review(review.Id), .. shown.Select(c => PageTag.Consultation(c.Id))], until: Meetings is [] ? null : Meetings.Min(m => m.EndsAt));
        return Page();
    }
}
