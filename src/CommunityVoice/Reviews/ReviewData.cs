using System.Text.Json.Serialization;
using CommunityVoice.Consultations;
using CommunityVoice.OpenData;
using CommunityVoice.Summaries;

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

    /// <summary>Who was asked to sign what is taken from it.</summary>
    public IReadOnlyList<SignatureData> Signatures { get; init; } = [];

    public HeardInReviewData? Heard { get; init; }

    /// <summary>Those past their day first, then those that are open, then those that ended, newest first.</summary>
    public IReadOnlyList<DiscussionData> Discussions { get; init; } = [];

    /// <summary>What two bodies agree for the area, by item, newest first.</summary>
    public IReadOnlyList<EffectData> Effects { get; init; } = [];

    /// <summary>Of a review loaded whole.</summary>
    public static ReviewWhole Of(Review r, HeardInReview heard, ILookup<long, EndedIn> endings, IEnumerable<ReviewMeeting> meetings, DateOnly today) => new(
        new(r.Id, r.Slug, r.Title, r.Area.Name, r.Area.Slug, r.Framework?.Slug, r.Items.Count, r.Judgements.Select(j => j.ItemId).Distinct().Count(),
            r.Questions.Count(q => q.WithdrawnAt is null), r.Questions.Count(q => q.StateOn(today) == QuestionState.Answered), r.ConcludedAt, $"/reviews/{r.Slug}"),
        r.About, [.. r.Sponsors.Select(s => s.Body.Slug)], r.Conclusion,
        [.. r.Judgements.OrderBy(j => j.At).ThenBy(j => j.Id).Select(j => JudgementData.Of(r, j))],
        [.. r.Questions.OrderBy(q => q.Number).Select(q => QuestionData.Of(r.Slug, r.CodeOf(q.ItemId), q, today))])
    {
        Meetings = EventData.Of(meetings),
        Signatures = [.. r.Partners.OrderBy(p => p.Body.Name, StringComparer.Ordinal).ThenBy(p => p.Id).Select(SignatureData.Of)],
        Heard = HeardInReviewData.Of(r, heard),
        Discussions = [.. r.ThreadsInOrder(today).Select(t => DiscussionData.Of(t, endings[t.Id], today))],
        Effects = [.. r.Items.SelectMany(i => r.Impacts.Where(x => x.ItemId == i.Id).OrderByDescending(x => x.Id)).Select(x => EffectData.Of(r, x))],
    };
}

/// <summary>How fit an item was found to be, now and for the future, by whom and why. Findings: on how many it rests.</summary>
public sealed record JudgementData(string Item, DateTimeOffset At, string By, string Now, string Future, string Reason, string LocalNeeds, string Source, int Findings, string Path)
{
    internal static JudgementData Of(Review review, ItemJudgement j)
    {
        var code = review.CodeOf(j.ItemId) ?? "";
        return new(code, j.At, j.By.Slug, DataCode.Of(j.Now), DataCode.Of(j.Future), j.Reason, j.LocalNeeds, j.Source, j.Grounds.Count, $"/reviews/{review.Slug}/items/{code}");
    }
}

/// <summary>A test question to a body. State: waiting, overdue, notKnownYet, answered or withdrawn, as of today. Answer: the newest, with what shows it and how convincing those who asked found it.</summary>
/// <remarks>WithdrawnReason: none of a question that stands. Answers: all of them, newest first.</remarks>
public sealed record QuestionData(
    int Number, string? Item, string Asked, string By, string Text, string Why, DateTimeOffset AskedAt, DateOnly DueOn, string State, string? Answer, string? Evidence, DateOnly? KnownBy, DateTimeOffset? AnsweredAt, string? Rating, string Path)
{
    public string? WithdrawnReason { get; init; }

    public IReadOnlyList<TestAnswerData> Answers { get; init; } = [];

    /// <summary>Review: its slug. Item: the code of the item that the question is about.</summary>
    public static QuestionData Of(string review, string? item, TestQuestion q, DateOnly today)
    {
        var answer = q.NewestAnswer;
        return new(q.Number, item, q.Asked.Slug, q.By.Slug, q.Text, q.Why, q.AskedAt, q.DueOn, DataCode.Of(q.StateOn(today)),
            answer?.Text, answer?.Evidence, answer?.KnownBy, answer?.At, answer?.Rating is { } rating ? DataCode.Of(rating) : null, $"/reviews/{review}/questions/{q.Number}")
        {
            WithdrawnReason = q.WithdrawnReason,
            Answers = [.. q.Answers.OrderByDescending(a => a.Number).Select(TestAnswerData.Of)],
        };
    }
}

/// <summary>One answer to a test question. KnownBy: where it is not known yet, the day by which it will be. Rating: convincing, partly or notConvincing, said by those who asked.</summary>
public sealed record TestAnswerData(int Number, DateTimeOffset At, string Text, string Evidence, DateOnly? KnownBy, string? Rating, string? RatingReason, DateTimeOffset? RatedAt)
{
    internal static TestAnswerData Of(TestAnswer a) => new(a.Number, a.At, a.Text, a.Evidence, a.KnownBy, a.Rating is { } rating ? DataCode.Of(rating) : null, a.RatingReason, a.RatedAt);
}

/// <summary>Who was heard in the consultations of a review, by voice and by how they told us, added up from what each of them publishes; none while none does. NotHeard: the voices that it needs and that these did not hear. NotHeardBecause: why, where somebody said so.</summary>
public sealed record HeardInReviewData(FigureRows? ByVoice, FigureRows? ByWay, IReadOnlyList<string> NotHeard, string NotHeardBecause)
{
    internal static HeardInReviewData Of(Review review, HeardInReview heard) =>
        new(FigureRows.OfAny(heard.ByVoice), FigureRows.OfAny(heard.ByWay), [.. heard.NotHeard.Select(v => DataCode.Of(v))], heard.NotHeard.Count > 0 ? review.NotHeardBecause : "");
}

/// <summary>An action that a discussion ended in.</summary>
public sealed record EndedInData(string Title, string Strategy, string Path);

/// <summary>A discussion about an item that must end in something. State: pastItsDay, open, endedInActions or endedWithout, as of today. Path: its first comment; what was said is there, and in the comments of the consultation.</summary>
public sealed record DiscussionData(string Item, string State, DateOnly EndsOn, DateTimeOffset? EndedAt, IReadOnlyList<EndedInData> EndedIn, string NoActionBecause, string Path)
{
    internal static DiscussionData Of(ItemThread t, IEnumerable<EndedIn> endings, DateOnly today) => new(
        t.Item.Code, DataCode.Of(t.StateOn(today)), t.EndsOn, t.EndedAt, [.. endings.Select(e => new EndedInData(e.Title, e.Strategy, e.Href))], t.NoActionBecause,
        $"/consultations/{t.Root.Consultation.Slug}/comments/{t.RootId}");
}

/// <summary>What two bodies agree that an effect is to be here. IsNewest: whether no later text stands before it. Parties: the two, whoever proposed it first.</summary>
public sealed record EffectData(string Item, string Text, string By, DateTimeOffset At, bool IsNewest, bool IsAgreed, IReadOnlyList<SignatureData> Parties, string Path)
{
    internal static EffectData Of(Review review, AgreedImpact x)
    {
        var code = review.CodeOf(x.ItemId) ?? "";
        return new(code, x.Text, x.By.Slug, x.At, review.Impact(x.ItemId) == x, x.IsAgreed, [.. x.InOrder.Select(SignatureData.Of)], $"/reviews/{review.Slug}/items/{code}");
    }
}
