using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>
/// What staff do with a review, each step saved with its entry in the record and its letters.
/// A step answers false where somebody else changed the same thing in the same moment.
/// </summary>
public sealed class ReviewDesk(CommunityVoiceDb db, AreaTree tree, WorkingDays days, ReviewLetters letters, TimeProvider clock)
{
    /// <summary>Whoever may publish or plan in its area looks after a review.</summary>
    public const Capability Reviewers = Capability.Publish | Capability.Plan;

    /// <summary>A review with everything that was found and asked, tracked for changing.</summary>
    public Task<Review?> FindAsync(string slug, CancellationToken ct) => db.Reviews.Whole().SingleOrDefaultAsync(r => r.Slug == slug, ct);

    /// <summary>The body for which this person looks after reviews of an area; none where they do not.</summary>
    public async Task<Body?> BodyAsync(Guid personId, long areaId, CancellationToken ct) => (await BodiesAsync(personId, areaId, ct)).FirstOrDefault();

    /// <summary>Every body for which this person looks after reviews of an area.</summary>
    public async Task<List<Body>> BodiesAsync(Guid personId, long areaId, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(areaId, today, ct);
        return await (
            from membership in db.Memberships
            where membership.PersonId == personId && membership.EndedAt == null
            from remit in db.Remits
            where remit.BodyId == membership.BodyId && around.Contains(remit.AreaId) && (remit.Capabilities & membership.Capabilities & Reviewers) != Capability.None
                && remit.StartsOn <= today && (remit.EndsOn == null || today < remit.EndsOn)
            select membership.Body).Distinct().OrderBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>Begins a review, sponsored by the body of whoever begins it, at an address made from its title.</summary>
    public async Task<Review> StartAsync(string title, string about, Area area, Framework framework, Body by, Guid byId, CancellationToken ct)
    {
        var review = new Review(title.Trim(), await FreeSlugAsync(title, ct), area, framework, about.Trim());
        review.SponsorBy(by);
        db.Reviews.Add(review);
        await db.TransactAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            Record(review, byId, "started", by.Slug);
            await db.SaveChangesAsync(ct);
        }, ct);
        return review;
    }

    public Task<bool> JudgeAsync(Review review, FrameworkItem item, JudgementText text, Body by, Guid byId, CancellationToken ct)
    {
        review.Judge(item, text, by, byId, clock.GetUtcNow());
        return SaveAsync(review, byId, "judged", $"{item.Code}: now {text.Now}, future {text.Future}", ct);
    }

    /// <summary>Asks in public; none where no last day can be set, because holidays of that year are not known.</summary>
    public async Task<bool?> AskAsync(Review review, FrameworkItem? item, Body asked, string text, string why, Body by, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (days.DueAfter(UkTime.Day(now)) is not { } due) return null;
        var question = review.Ask(item, asked, text, why, by, byId, due, now);
        await letters.ToAskedAsync(question, "test-question-asked", ct);
        return await SaveAsync(review, byId, "question-asked", $"Question {question.Number} to {asked.Slug}, due {due:yyyy-MM-dd}", ct);
    }

    public async Task<bool> AnswerAsync(TestQuestion question, string text, string evidence, DateOnly? knownBy, Guid byId, CancellationToken ct)
    {
        var answer = question.Answer(text, evidence, knownBy, byId, clock.GetUtcNow());
        await letters.ToAskersAsync(question, answer, ct);
        return await SaveAsync(question.Review, byId, "question-answered", $"Question {question.Number}, answer {answer.Number}", ct);
    }

    public Task<bool> RateAsync(TestQuestion question, AnswerRating rating, string reason, Guid byId, CancellationToken ct)
    {
        var answer = question.NewestAnswer ?? throw new InvalidOperationException($"Question {question.Id} has no answer.");
        answer.Rate(rating, reason, byId, clock.GetUtcNow());
        return SaveAsync(question.Review, byId, "answer-rated", $"Question {question.Number}, answer {answer.Number}: {rating}", ct);
    }

    public Task<bool> WithdrawAsync(TestQuestion question, string reason, Guid byId, CancellationToken ct)
    {
        question.Withdraw(reason, clock.GetUtcNow());
        return SaveAsync(question.Review, byId, "question-withdrawn", $"Question {question.Number}: {reason}", ct);
    }

    public Task<bool> ExplainNotHeardAsync(Review review, string because, Guid byId, CancellationToken ct)
    {
        review.ExplainNotHeard(because);
        return SaveAsync(review, byId, "not-heard-explained", because, ct);
    }

    /// <summary>Concludes it, and tells those who were asked to sign that they can.</summary>
    public async Task<bool> ConcludeAsync(Review review, string conclusion, Body by, Guid byId, CancellationToken ct)
    {
        review.Conclude(conclusion, clock.GetUtcNow());
        foreach (var partner in review.Partners) await letters.ToPartnerAsync(partner, by, ct);
        return await SaveAsync(review, byId, "concluded", null, ct);
    }

    /// <summary>A body puts its name to a review, or takes it off.</summary>
    public Task<bool> StandBehindAsync(Review review, Body body, bool stands, Guid byId, CancellationToken ct)
    {
        if (stands) review.SponsorBy(body);
        else review.LeaveBy(body);
        return SaveAsync(review, byId, stands ? "sponsored" : "sponsor-left", body.Slug, ct);
    }

    /// <summary>Saves what was changed with an entry in the record; false where somebody else was quicker.</summary>
    public async Task<bool> SaveAsync(Review review, Guid byId, string what, string? detail, CancellationToken ct)
    {
        Record(review, byId, what, detail);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || CommunityVoiceDb.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private void Record(Review review, Guid byId, string what, string? detail) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"review.{what}", nameof(Review), review.Id, detail, clock.GetUtcNow()));

    private async Task<string> FreeSlugAsync(string title, CancellationToken ct)
    {
        var slug = Slug.Of(title, 70);
        var taken = await db.Reviews.Where(r => r.Slug == slug || r.Slug.StartsWith(slug + "-")).Select(r => r.Slug).ToListAsync(ct);
        return Slug.Free(slug, taken);
    }
}
