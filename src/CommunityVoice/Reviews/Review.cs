using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Reviews;

/// <summary>A neighbourhood review: an area looked at through a framework, by sponsoring bodies, in consultations.</summary>
public sealed class Review
{
    private Review() { } // EF Core

    public Review(string title, string slug, Area area, Framework? framework, string about)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        (Title, Slug, Area, Framework, About) = (title, slug, area, framework, about);
    }

    public long Id { get; private set; }
    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string About { get; private set; } = "";
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public long? FrameworkId { get; private set; }
    public Framework? Framework { get; private set; }
    public List<ReviewSponsor> Sponsors { get; } = [];
    public List<Consultation> Consultations { get; } = [];

    public void Describe(string title, string about)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Title, About) = (title, about);
    }

    public void SponsorBy(Body body) => Sponsors.Add(new ReviewSponsor(this, body));
}

/// <summary>A body that stands behind a review.</summary>
public sealed class ReviewSponsor
{
    private ReviewSponsor() { } // EF Core

    public ReviewSponsor(Review review, Body body) => (Review, Body) = (review, body);

    public long ReviewId { get; private set; }
    public Review Review { get; private set; } = null!;
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;
}
