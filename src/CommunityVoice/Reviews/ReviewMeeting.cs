using CommunityVoice.Consultations;
using CommunityVoice.Data;

namespace CommunityVoice.Reviews;

/// <summary>A meeting at which a review is discussed, open to everybody (rule R-I30).</summary>
public sealed class ReviewMeeting : OpenMeeting
{
    private ReviewMeeting() { } // EF Core

    internal ReviewMeeting(Review review, MeetingFacts facts, DateTimeOffset now)
        : base(facts, now) => (Review, ReviewId) = (review, review.Id);

    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;

    public override IEnumerable<string> PageTags => [PageTag.Review(ReviewId), PageTag.Lists];
    public override string PartOf => Review.Title;
    public override string Key => $"review-meeting-{Id}";
    public override string Path => $"/reviews/{Review.Slug}#meeting-{Id}";
    public override DateTimeOffset? PublicSince => AddedAt;
}
