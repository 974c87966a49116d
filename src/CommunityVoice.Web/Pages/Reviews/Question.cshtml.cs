using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>A question to a body: who asks and why, by when an answer is due, its answers, and how convincing they are found.</summary>
public sealed class QuestionModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public TestQuestion Question { get; private set; } = null!;
    public QuestionState State => Question.StateOn(UkTime.Today(clock));
    public int DaysWaited => UkTime.Today(clock).DayNumber - UkTime.Day(Question.AskedAt).DayNumber;

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken ct)
    {
        if (await db.TestQuestions.AsNoTracking().Include(q => q.Review.Area).Include(q => q.Item).Include(q => q.Asked).Include(q => q.By).Include(q => q.Answers)
            .SingleOrDefaultAsync(q => q.Review.Slug == slug && q.Number == number, ct) is not { } question) return NotFound();
        Question = question;
        HttpContext.ShowsPages([PageTag.Review(question.ReviewId)]);
        return Page();
    }
}
