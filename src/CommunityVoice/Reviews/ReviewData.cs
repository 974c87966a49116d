using System.Text.Json.Serialization;
using CommunityVoice.Consultations;
using CommunityVoice.OpenData;

namespace CommunityVoice.Reviews;

/// <summary>A review as open data. Items: of its framework, and how many of them were judged. Questions: those that stand, and how many were answered.</summary>
public sealed record ReviewData(
    [property: JsonIgnore] long Key, string Slug, string Title, string Area, string AreaSlug, string? Framework, int Items, int Judged, int Questions, int Answered, DateTimeOffset? ConcludedAt, string Path) : IKeyed
{
    /// <summary>Of these reviews, by their key.</summary>
    public static IQueryable<ReviewData> Of(IQueryable<Review> reviews) => reviews.OrderBy(r => r.Id).Select(r => new ReviewData(
        r.Id, r.Slug, r.Title, r.Area.Name, r.Area.Slug, r.Framework!.Slug, r.Framework!.Items.Count, r.Judgements.Select(j => j.ItemId).Distinct().Count(),
        r.Questions.Count(q => q.WithdrawnAt == null), r.Questions.Count(q => q.WithdrawnAt == null && q.Answers.Any(a => a.KnownBy == null && !q.Answers.Any(later => later.Number > a.Number))), r.ConcludedAt, "/reviews/" + r.Slug));
}

/// <summary>A review with what was found and asked. Judgements: every one, oldest first. Conclusion: Markdown, once there is one.</summary>
public sealed record ReviewWhole(ReviewData Review, string About, IReadOnlyList<string> Sponsors, string Conclusion, IReadOnlyList<JudgementData> Judgements, IReadOnlyList<QuestionData> Questions)
{
    /// <summary>Meetings at which it is or was discussed, those that were called off too.</summary>
    public IReadOnlyList<EventData> Meetings { get; init; } = [];

    public static ReviewWhole Of(Review r, DateOnly today) => new(
        new(r.Id, r.Slug, r.Title, r.Area.Name, r.Area.Slug, r.Framework?.Slug, r.Items.Count, r.Judgements.Select(j => j.ItemId).Distinct().Count(),
            r.Questions.Count(q => q.WithdrawnAt is null), r.Questions.Count(q => q.StateOn(today) == QuestionState.Answered), r.ConcludedAt, $"/reviews/{r.Slug}"),
        r.About, [.. r.Sponsors.Select(s => s.Body.Slug)], r.Conclusion,
        [.. r.Judgements.OrderBy(j => j.At).ThenBy(j => j.Id).Select(j => JudgementData.Of(r, j))],
        [.. r.Questions.OrderBy(q => q.Number).Select(q => QuestionData.Of(r, q, today))]);
}

/// <summary>How fit an item was found to be, now and for the future, by whom and why. Findings: on how many it rests.</summary>
public sealed record JudgementData(string Item, DateTimeOffset At, string By, string Now, string Future, string Reason, string LocalNeeds, string Source, int Findings, string Path)
{
    internal static JudgementData Of(Review review, ItemJudgement j)
    {
        var code = review.Items.FirstOrDefault(i => i.Id == j.ItemId)?.Code ?? "";
        return new(code, j.At, j.By.Slug, DataCode.Of(j.Now), DataCode.Of(j.Future), j.Reason, j.LocalNeeds, j.Source, j.Grounds.Count, $"/reviews/{review.Slug}/items/{code}");
    }
}

/// <summary>A test question to a body. State: waiting, overdue, notKnownYet, answered or withdrawn, as of today. Answer: the newest, with what shows it and how convincing those who asked found it.</summary>
public sealed record QuestionData(
    int Number, string? Item, string Asked, string By, string Text, string Why, DateTimeOffset AskedAt, DateOnly DueOn, string State, string? Answer, string? Evidence, DateOnly? KnownBy, DateTimeOffset? AnsweredAt, string? Rating, string Path)
{
    internal static QuestionData Of(Review review, TestQuestion q, DateOnly today)
    {
        var answer = q.NewestAnswer;
        return new(q.Number, review.Items.FirstOrDefault(i => i.Id == q.ItemId)?.Code, q.Asked.Slug, q.By.Slug, q.Text, q.Why, q.AskedAt, q.DueOn, DataCode.Of(q.StateOn(today)),
            answer?.Text, answer?.Evidence, answer?.KnownBy, answer?.At, answer?.Rating is { } rating ? DataCode.Of(rating) : null, $"/reviews/{review.Slug}/questions/{q.Number}");
    }
}
