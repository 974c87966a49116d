using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Says how fit the items of the invented place's review are, and plays what bodies were asked and answered.</summary>
internal sealed class DemoFitness(CommunityVoiceDb db, DemoFiles files, DemoDays days, WorkingDays workingDays)
{
    private readonly DemoReviewFile from = files.Review;

    public async Task SaveAsync(CancellationToken ct)
    {
        var review = await db.Reviews.Whole().SingleAsync(r => r.Slug == from.Review, ct);
        if (review.Judgements.Count > 0) return;
        var (board, author) = (await BodyAsync(from.By, ct), await PersonAsync(from.Author, ct));
        foreach (var one in from.Judgements)
        {
            var findings = await db.Findings.Where(f => one.Findings.Contains(f.Heading)).ToListAsync(ct);
            review.Judge(review.Items.Single(i => i.Code == one.Item), new(one.Now, one.Future, one.Reason, one.Needs, one.Source, findings), board, author, days.At(one.At));
        }
        foreach (var one in from.Questions) await AskAsync(review, one, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task AskAsync(Review review, DemoQuestion one, CancellationToken ct)
    {
        var at = days.At(one.At);
        if (workingDays.DueAfter(UkTime.Day(at)) is not { } due) return;
        var question = review.Ask(
            review.Items.Single(i => i.Code == one.Item), await BodyAsync(one.To, ct), one.Text, one.Why,
            await BodyAsync(one.From, ct), await PersonAsync(one.Author, ct), due, at);
        foreach (var said in one.Answers)
        {
            var answer = question.Answer(said.Text, said.Evidence, said.Known is { } known ? days.Day(known) : null, await PersonAsync(said.By, ct), days.At(said.At));
            if (said.Rating is { } rating) answer.Rate(rating, said.Because, await PersonAsync(said.Rater, ct), days.At(said.Rated));
        }
    }

    private Task<Body> BodyAsync(string key, CancellationToken ct)
    {
        var name = files.Place.Bodies.Single(b => b.Key == key).Name;
        return db.Bodies.SingleAsync(b => b.Name == name, ct);
    }

    private Task<Guid> PersonAsync(string key, CancellationToken ct)
    {
        var email = files.Place.People.Single(p => p.Key == key).Email;
        return db.People.Where(p => p.Email == email).Select(p => p.Id).SingleAsync(ct);
    }
}
