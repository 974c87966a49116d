using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Reviews;

/// <summary>Where a test question stands; worked out from dates and records.</summary>
public enum QuestionState
{
    Waiting,
    Overdue,
    NotKnownYet,
    Answered,
    Withdrawn,
}

/// <summary>
/// A question that tests whether a body understands an item of the guidelines and acts on it. It is public from the moment it is asked,
/// and so is whether an answer came.
/// </summary>
public sealed class TestQuestion : IShownOnPages
{
    public const int TextMaxLength = 500;
    public const int WhyMaxLength = 1000;

    private TestQuestion() { } // EF Core

    internal TestQuestion(Review review, int number, FrameworkItem? item, Body asked, string text, string why, Body by, Guid byId, DateOnly dueOn, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        (Review, ReviewId, Number, Item, ItemId, Asked, AskedId) = (review, review.Id, number, item, item?.Id, asked, asked.Id);
        (Text, Why, By, ByBodyId, ById, DueOn, AskedAt) = (text, why, by, by.Id, byId, dueOn, now);
    }

    public long Id { get; private set; }
    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;

    /// <summary>Its place among the questions of the review.</summary>
    public int Number { get; private set; }
    public long? ItemId { get; private set; }
    public FrameworkItem? Item { get; private set; }
    public long AskedId { get; private set; }
    public Body Asked { get; private set; } = null!;
    public string Text { get; private set; } = "";
    public string Why { get; private set; } = "";
    public long ByBodyId { get; private set; }
    public Body By { get; private set; } = null!;
    public DateTimeOffset AskedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }

    /// <summary>The last day to answer; "not known yet" moves it to the day that the answer names.</summary>
    public DateOnly DueOn { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnReason { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }
    public int Edits { get; private set; }
    public List<TestAnswer> Answers { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Review(ReviewId), PageTag.Lists];

    public TestAnswer? NewestAnswer => Answers.MaxBy(a => a.Number);

    public QuestionState StateOn(DateOnly today) => this switch
    {
        { WithdrawnAt: not null } => QuestionState.Withdrawn,
        { NewestAnswer.IsFinal: true } => QuestionState.Answered,
        _ when DueOn < today => QuestionState.Overdue,
        { Answers.Count: > 0 } => QuestionState.NotKnownYet,
        _ => QuestionState.Waiting,
    };

    /// <summary>Adds an answer, public at once. One that says "not known yet" names the day by which it will be.</summary>
    public TestAnswer Answer(string text, string evidence, DateOnly? knownBy, Guid byId, DateTimeOffset now)
    {
        Change(WithdrawnAt is null, "takes no answer");
        if (knownBy < UkTime.Day(now)) throw new ArgumentOutOfRangeException(nameof(knownBy), "The day lies in the past.");
        var answer = new TestAnswer(this, Answers.Count + 1, text, evidence, knownBy, byId, now);
        Answers.Add(answer);
        if (knownBy is { } day) (DueOn, RemindedAt) = (day, null);
        return answer;
    }

    public void Withdraw(string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Change(WithdrawnAt is null, "was withdrawn before");
        (WithdrawnAt, WithdrawnReason) = (now, reason);
    }

    internal void Reminded(DateTimeOffset now) => (RemindedAt, Edits) = (now, Edits + 1);

    // Two people who change it at once notice one another.
    private void Change(bool may, string otherwise)
    {
        if (!may) throw new InvalidOperationException($"Question {Id} {otherwise}.");
        Edits++;
    }
}

/// <summary>How convincing those who asked find an answer.</summary>
public enum AnswerRating
{
    Convincing,
    Partly,
    NotConvincing,
}

/// <summary>A public answer to a test question with what shows it. It is never changed; a further one stands beside it.</summary>
public sealed class TestAnswer : IShownOnPages
{
    private TestAnswer() { } // EF Core

    internal TestAnswer(TestQuestion question, int number, string text, string evidence, DateOnly? knownBy, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (knownBy is null) ArgumentException.ThrowIfNullOrWhiteSpace(evidence);
        (Question, QuestionId, Number, Text, Evidence, KnownBy, ById, At) = (question, question.Id, number, text, evidence, knownBy, byId, now);
    }

    public long Id { get; private set; }
    public long QuestionId { get; private set; }
    public TestQuestion Question { get; private set; } = null!;
    public int Number { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>What shows that it is so.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Where the answer is not known yet: the day by which it will be.</summary>
    public DateOnly? KnownBy { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }
    public AnswerRating? Rating { get; private set; }
    public string? RatingReason { get; private set; }
    public DateTimeOffset? RatedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? RatedById { get; private set; }

    public bool IsFinal => KnownBy is null;

    public IEnumerable<string> PageTags => Question is null ? [] : [PageTag.Review(Question.ReviewId)];

    /// <summary>Says once how convincing it is, and why. Whoever answered may answer again.</summary>
    public void Rate(AnswerRating rating, string reason, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (Rating is not null || !IsFinal) throw new InvalidOperationException($"Answer {Id} takes no rating.");
        (Rating, RatingReason, RatedById, RatedAt) = (rating, reason, byId, now);
    }
}
