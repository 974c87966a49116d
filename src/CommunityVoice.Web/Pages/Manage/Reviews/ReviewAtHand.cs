using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Finds the review that a page of staff is about, and refuses whoever has nothing to do with it.</summary>
public sealed class ReviewAtHand(CommunityVoiceDb db, ReviewDesk desk, Permissions permissions, Successions successions)
{
    /// <summary>For those who look after it, with the body they act for.</summary>
    public async Task<(Review? Review, Body? By, IActionResult? Refused)> FindAsync(PageModel page, string slug, CancellationToken ct)
    {
        if (await desk.FindAsync(slug, ct) is not { } review) return (null, null, page.NotFound());
        var by = page.User.HasSecondFactor() ? await desk.BodyAsync(page.User.Id(), review.AreaId, ct) : null;
        return by is null ? (null, null, page.Forbid()) : (review, by, null);
    }

    /// <summary>With its meetings in their order, for those who look after it.</summary>
    public async Task<(Review? Review, List<ReviewMeeting> Meetings, IActionResult? Refused)> FindMeetingsAsync(PageModel page, string slug, CancellationToken ct)
    {
        var (review, _, refused) = await FindAsync(page, slug, ct);
        return (review, review is null ? [] : await db.ReviewMeetings.Where(m => m.ReviewId == review.Id).OrderBy(m => m.StartsAt).ThenBy(m => m.Id).ToListAsync(ct), refused);
    }

    /// <summary>A question, for whoever may answer it or looks after the review it was asked in.</summary>
    public async Task<(QuestionSides? Found, IActionResult? Refused)> FindQuestionAsync(PageModel page, string slug, int number, CancellationToken ct)
    {
        if (await desk.FindAsync(slug, ct) is not { } review || review.Questions.Find(q => q.Number == number) is not { } question) return (null, page.NotFound());
        if (!page.User.HasSecondFactor()) return (null, page.Forbid());
        var isAsked = (await permissions.DutiesAsync(page.User.Id(), Capability.Respond, ct)).Contains(question.AskedId);
        var hasAsked = await desk.BodyAsync(page.User.Id(), review.AreaId, ct) is not null;
        var mayRate = hasAsked && !await IsOfAsync(page.User.Id(), question.AskedId, ct);
        return isAsked || hasAsked ? (new(question, isAsked, hasAsked, mayRate), null) : (null, page.Forbid());
    }

    // Nobody says how convincing an answer is that a body of their own gave, or that is its own since it took the work over.
    private async Task<bool> IsOfAsync(Guid personId, long bodyId, CancellationToken ct)
    {
        var mine = await permissions.BodiesAsync(personId, ct);
        return mine.Contains(bodyId) || mine.Contains(await successions.HolderOfAsync(bodyId, ct));
    }

    /// <summary>Says that somebody else was quicker.</summary>
    public static PageResult Tell(PageModel page)
    {
        page.ModelState.AddModelError("", "Somebody else changed this in the same moment. Look at it again before you go on");
        return page.PageWithErrors();
    }
}

/// <summary>A question, and what this person is to it.</summary>
public sealed record QuestionSides(TestQuestion Question, bool IsAsked, bool HasAsked, bool MayRate);
