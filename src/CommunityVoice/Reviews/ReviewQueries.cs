using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>A review in a list of staff.</summary>
public sealed record ReviewRow(string Slug, string Title, string Area, int Items, int Judged, int Questions, bool IsConcluded);

/// <summary>Named queries over reviews.</summary>
public static class ReviewQueries
{
    /// <summary>The voices that a review needs to have heard.</summary>
    public static IReadOnlyList<Voice> NeededVoices { get; } = [Voice.Resident, Voice.PrimaryCare, Voice.CommunityGroup];

    extension(IQueryable<Review> reviews)
    {
        /// <summary>With everything that was found and asked.</summary>
        public IQueryable<Review> Whole() => reviews
            .Include(r => r.Area).Include(r => r.Framework!.Items)
            .Include(r => r.Sponsors).ThenInclude(s => s.Body)
            .Include(r => r.Judgements).ThenInclude(j => j.By)
            .Include(r => r.Judgements).ThenInclude(j => j.Grounds)
            .Include(r => r.Judgements).ThenInclude(j => j.CitedVersion!.Document.Consultation)
            .Include(r => r.Partners).ThenInclude(p => p.Body)
            .Include(r => r.Impacts).ThenInclude(i => i.By)
            .Include(r => r.Impacts).ThenInclude(i => i.Parties).ThenInclude(p => p.Body)
            .Include(r => r.Questions).ThenInclude(q => q.Asked)
            .Include(r => r.Questions).ThenInclude(q => q.By)
            .Include(r => r.Questions).ThenInclude(q => q.Answers)
            .Include(r => r.Threads).ThenInclude(t => t.Root.Consultation)
            .Include(r => r.Threads).ThenInclude(t => t.Item)
            .Include(r => r.Threads).ThenInclude(t => t.By)
            .AsSplitQuery();

        public IQueryable<ReviewRow> ToRows() => reviews.OrderByDescending(r => r.Id).Select(r => new ReviewRow(
            r.Slug, r.Title, r.Area.Name, r.Framework!.Items.Count, r.Judgements.Select(j => j.ItemId).Distinct().Count(), r.Questions.Count(q => q.WithdrawnAt == null), r.ConcludedAt != null));
    }

    /// <summary>Who was heard in the consultations of a review, for staff who look after it. True counts: what is published is <see cref="HeardInReview"/>.</summary>
    public static Task<Heard> HeardInAsync(this CommunityVoiceDb db, long reviewId, DateTimeOffset now, CancellationToken ct) =>
        db.Comments.Where(c => c.Consultation.ReviewId == reviewId && c.Consultation.PublishedAt != null).HeardBy(now).WhoAsync(new Dictionary<long, AreaLinkRow>(), ct);
}

/// <summary>What a review holds, in the order pages show it.</summary>
public static class ReviewContents
{
    extension(Review review)
    {
        /// <summary>The items of its framework in their order.</summary>
        public IReadOnlyList<Frameworks.FrameworkItem> Items => review.Framework is { } framework ? [.. framework.Items.OrderBy(i => i.Kind).ThenBy(i => i.Order).ThenBy(i => i.Id)] : [];

        /// <summary>The code of an item of its framework.</summary>
        public string? CodeOf(long? itemId) => review.Items.FirstOrDefault(i => i.Id == itemId)?.Code;

        /// <summary>What was found last of an item.</summary>
        public ItemJudgement? Newest(long itemId) => review.Judgements.Where(j => j.ItemId == itemId).OrderByDescending(j => j.At).ThenByDescending(j => j.Id).FirstOrDefault();

        /// <summary>The text of an effect that was proposed last.</summary>
        public AgreedImpact? Impact(long itemId) => review.Impacts.Where(i => i.ItemId == itemId).MaxBy(i => i.Id);

        /// <summary>"1 of 2 signed; missing: X", as of those who were asked.</summary>
        public string SignedWords => $"{review.Partners.Count(p => p.HasSigned)} of {review.Partners.Count} signed{string.Concat(review.Partners.Where(p => !p.HasSigned).OrderBy(p => p.Body.Name, StringComparer.Ordinal).Select(p => $"; missing: {p.Body.Name}"))}";

        /// <summary>Discussions past their day first, then those that are open, then those that ended, newest first.</summary>
        public IReadOnlyList<ItemThread> ThreadsInOrder(DateOnly today) => [.. review.Threads
            .OrderBy(t => t.StateOn(today) switch { ThreadState.PastItsDay => 0, ThreadState.Open => 1, _ => 2 })
            .ThenBy(t => t.EndedAt is { } ended ? -ended.UtcTicks : t.EndsOn.DayNumber).ThenBy(t => t.Id)];

        /// <summary>What is not answered first, longest waiting first; then what is, newest first; what was withdrawn last.</summary>
        public IReadOnlyList<TestQuestion> QuestionsInOrder(DateOnly today) => [.. review.Questions
            .OrderBy(q => q.StateOn(today) switch { QuestionState.Overdue => 0, QuestionState.Waiting or QuestionState.NotKnownYet => 1, QuestionState.Answered => 2, _ => 3 })
            .ThenBy(q => q.StateOn(today) == QuestionState.Answered ? -q.NewestAnswer!.At.UtcTicks : q.AskedAt.UtcTicks).ThenBy(q => q.Number)];
    }
}

/// <summary>What a review lacks before its sponsors can say what they take from it.</summary>
public static class ReviewLacks
{
    public static IReadOnlyList<string> Of(Review review, Heard heard)
    {
        List<string> lacks = [.. review.Items.Where(i => review.Newest(i.Id) is null).Select(i => $"Say how fit this is: {i.Title}")];
        if (review.NotHeardBecause.Length == 0) lacks.AddRange(NotHeard(heard).Select(v => $"Hear {v.Plural()}, or say why they were not heard"));
        return lacks;
    }

    /// <summary>The needed voices in which nobody spoke.</summary>
    public static IReadOnlyList<Voice> NotHeard(Heard heard) =>
        [.. ReviewQueries.NeededVoices.Where(v => !heard.ByVoice.Any(h => h.Voice == v && h.People > 0))];

    /// <summary>Those who speak in a voice.</summary>
    public static string Plural(this Voice voice) => voice switch
    {
        Voice.Resident => "residents",
        Voice.PrimaryCare => "primary care networks and practices",
        _ => "voluntary and community groups",
    };
}
