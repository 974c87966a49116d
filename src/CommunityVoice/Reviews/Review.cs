using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Reviews;

/// <summary>A neighbourhood review: an area looked at through a framework, by sponsoring bodies, in consultations.</summary>
public sealed class Review : IShownOnPages
{
    public const int TitleMaxLength = 120;
    public const int AboutMaxLength = 4000;

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
    public List<ItemJudgement> Judgements { get; } = [];
    public List<TestQuestion> Questions { get; } = [];

    /// <summary>Bodies that are asked to put their name to what is taken from it.</summary>
    public List<ReviewPartner> Partners { get; } = [];
    public List<AgreedImpact> Impacts { get; } = [];
    public List<ReviewMeeting> Meetings { get; } = [];

    /// <summary>Discussions about its items that must end in actions or in a reason why there is none.</summary>
    public List<ItemThread> Threads { get; } = [];

    /// <summary>Why one of the voices that a review needs was not heard, where that is so.</summary>
    public string NotHeardBecause { get; private set; } = "";

    /// <summary>When its sponsors said what they take from it; judgements and questions go on.</summary>
    public DateTimeOffset? ConcludedAt { get; private set; }
    public string Conclusion { get; private set; } = "";
    public int Edits { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Review(Id), PageTag.Lists];

    /// <summary>Says how fit an item of its framework is. What was said before stays.</summary>
    public ItemJudgement Judge(FrameworkItem item, JudgementText text, Body by, Guid byId, DateTimeOffset now)
    {
        if (item.FrameworkId != FrameworkId) throw new ArgumentException("The item is of another framework.", nameof(item));
        var judgement = new ItemJudgement(this, item, text, by, byId, now);
        Judgements.Add(judgement);
        Edits++;
        return judgement;
    }

    /// <summary>Asks a body a question that it answers in public. The review is loaded with its questions.</summary>
    public TestQuestion Ask(FrameworkItem? item, Body asked, string text, string why, Body by, Guid byId, DateOnly dueOn, DateTimeOffset now)
    {
        if (item is not null && item.FrameworkId != FrameworkId) throw new ArgumentException("The item is of another framework.", nameof(item));
        var question = new TestQuestion(this, Questions.Select(q => q.Number).DefaultIfEmpty().Max() + 1, item, asked, text, why, by, byId, dueOn, now);
        Questions.Add(question);
        Edits++;
        return question;
    }

    /// <summary>Ties a thread of comments to an item, to end by a day. The review is loaded with its threads.</summary>
    public ItemThread Tie(FrameworkItem item, Discussion.Comment root, DateOnly endsOn, Body by, Guid byId, DateTimeOffset now)
    {
        if (Framework?.Items.Contains(item) != true) throw new ArgumentException("The item is of another framework.", nameof(item));
        if (Threads.Exists(t => t.Item == item && t.Root == root)) throw new InvalidOperationException($"Comment {root.Id} is tied to {item.Code} already.");
        var thread = new ItemThread(this, item, root, endsOn, by, byId, now);
        Threads.Add(thread);
        Edits++;
        return thread;
    }

    public void ExplainNotHeard(string because) => (NotHeardBecause, Edits) = (because, Edits + 1);

    public void Conclude(string conclusion, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(conclusion);
        if (ConcludedAt is not null) throw new InvalidOperationException($"Review {Id} was concluded before.");
        (Conclusion, ConcludedAt, Edits) = (conclusion, now, Edits + 1);
    }

    public void Describe(string title, string about)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Title, About) = (title, about);
    }

    public void SponsorBy(Body body)
    {
        if (Sponsors.Exists(s => s.Body == body)) throw new InvalidOperationException($"{body.Slug} stands behind review {Id} already.");
        Sponsors.Add(new ReviewSponsor(this, body));
        Edits++;
    }

    /// <summary>A body takes its name off; somebody has to stay. The review is loaded with its sponsors.</summary>
    public void LeaveBy(Body body)
    {
        if (Sponsors.Count < 2) throw new InvalidOperationException($"Nobody else stands behind review {Id}.");
        Sponsors.RemoveAll(s => s.Body == body);
        Edits++;
    }

    /// <summary>Asks a body, once, to sign what is taken from it. The review is loaded with its partners.</summary>
    public ReviewPartner AskToSign(Body body, DateTimeOffset now)
    {
        if (Partners.Exists(p => p.BodyId == body.Id)) throw new InvalidOperationException($"{body.Slug} was asked before.");
        var partner = new ReviewPartner(this, body, now);
        Partners.Add(partner);
        Edits++;
        return partner;
    }

    public void NoLongerAsk(ReviewPartner partner)
    {
        if (ConcludedAt is not null) throw new InvalidOperationException("Who was asked stays named once there is something to sign.");
        Partners.Remove(partner);
        Edits++;
    }

    /// <summary>Writes down what an effect that its guidelines name is to be here, for two bodies to agree.</summary>
    public AgreedImpact Propose(FrameworkItem item, string text, Body one, Body other, Body by, Guid byId, DateTimeOffset now)
    {
        if (item.FrameworkId != FrameworkId || item.Kind != FrameworkItemKind.Impact) throw new ArgumentException("It is no effect of its guidelines.", nameof(item));
        var impact = new AgreedImpact(this, item, text, one, other, by, byId, now);
        Impacts.Add(impact);
        Edits++;
        return impact;
    }

    public ReviewMeeting Invite(MeetingFacts facts, DateTimeOffset now)
    {
        var meeting = new ReviewMeeting(this, facts, now);
        Meetings.Add(meeting);
        return meeting;
    }
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
