using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Voting;

namespace CommunityVoice.Discussion;

/// <summary>One contribution in a discussion. Replies nest to depth 3, then stay flat and say what they answer.</summary>
public sealed class Comment : IShownOnPages
{
    public const int BodyMaxLength = 10_000;
    public const int MissingMaxLength = 120;
    public const int DeepestReply = 3;
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    private Comment() { } // EF Core

    public Comment(Consultation consultation, Author author, string body, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(body.Length, BodyMaxLength, nameof(body));
        (Consultation, ConsultationId, Body, PostedAt, ShownAt) = (consultation, consultation.Id, body, now, now);
        (AuthorId, AuthorName, Voice, AreaId, SpeaksForId, IsOfficial) =
            (author.PersonId, author.Name, author.Voice, author.AreaId, author.SpeaksForId, author.IsOfficial);
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>The first comment of the thread; none on that comment itself.</summary>
    public long? RootId { get; private set; }
    public Comment? Root { get; private set; }

    /// <summary>The comment this one answers.</summary>
    public long? ParentId { get; private set; }
    public Comment? Parent { get; private set; }
    public int Depth { get; private set; }

    [Personal(DataClass.Contribution)]
    public Guid? AuthorId { get; private set; }
    public Person? Author { get; private set; }

    /// <summary>The name shown where there is no account: imports, and accounts since erased.</summary>
    [Personal(DataClass.Public)]
    public string AuthorName { get; private set; } = "";

    [Personal(DataClass.Profile)]
    public Voice Voice { get; private set; }

    /// <summary>The author's area, only with their consent and never below ward.</summary>
    [Personal(DataClass.Profile)]
    public long? AreaId { get; private set; }
    public Area? Area { get; private set; }

    /// <summary>The body the author spoke for; makes the voice verified.</summary>
    public long? SpeaksForId { get; private set; }
    public Body? SpeaksFor { get; private set; }

    /// <summary>An answer by the body that asks or decides.</summary>
    public bool IsOfficial { get; private set; }

    /// <summary>Markdown. The source is the truth; what it renders to is a disposable cache.</summary>
    [Personal(DataClass.Contribution)]
    public string Body { get; private set; } = "";

    public DateTimeOffset PostedAt { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>When it first became public; none while it waits for its first check. From then on it keeps its place in the thread.</summary>
    public DateTimeOffset? ShownAt { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }
    public string? HeldBecause { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>The code of the house rule it was removed under; its place in the thread says so.</summary>
    public string? RemovedRule { get; private set; }

    /// <summary>When a moderator asked the author to change it; none once they did.</summary>
    public DateTimeOffset? EditAskedAt { get; private set; }

    /// <summary>Since when a moderator is due to look at it, because it is held or was reported; none while nobody is.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>Kept in the transaction that changes it.</summary>
    public int Supports { get; private set; }

    /// <summary>On the first comment of a thread: answers in it that can be seen, kept in the transaction that changes it.</summary>
    public int Replies { get; private set; }

    /// <summary>Where an import found it, so that running it again doubles nothing.</summary>
    public string? ImportKey { get; private set; }

    /// <summary>The section of a document it is about, as it read then.</summary>
    public long? SectionId { get; private set; }
    public VersionSection? Section { get; private set; }

    /// <summary>How it reached us from outside the site; none for what was written on it.</summary>
    public EntryChannel? Channel { get; private set; }

    /// <summary>The body that entered it for whoever said it.</summary>
    public long? EnteredForId { get; private set; }
    public Body? EnteredFor { get; private set; }

    /// <summary>Since when it counts without being public, where whoever said it agreed to no more than that.</summary>
    public DateTimeOffset? CountedAt { get; private set; }
    public bool IsNotToBeQuoted { get; private set; }

    /// <summary>The meeting of which this is one point; then nobody is counted for it.</summary>
    public long? MeetingId { get; private set; }
    public Meeting? Meeting { get; private set; }

    /// <summary>The element of the place that was missing in what it tells (rule R-I55); none where nothing of the list is named.</summary>
    public long? MissingId { get; private set; }
    public Element? Missing { get; private set; }

    /// <summary>What was missing, in their own words; empty where they left it out.</summary>
    [Personal(DataClass.Contribution)]
    public string MissingWords { get; private set; } = "";

    /// <summary>Where it tells about somebody else: whether they agreed. Moderators see it.</summary>
    [Personal(DataClass.Contribution)]
    public ThirdParty? AboutOther { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];

    public bool IsVisible => ShownAt is not null && HeldAt is null && WithdrawnAt is null && RemovedAt is null;

    public bool CanBeEditedAt(DateTimeOffset now) => WithdrawnAt is null && RemovedAt is null && now < PostedAt + EditWindow;

    public Comment Reply(Author author, string body, DateTimeOffset now)
    {
        if (!IsVisible) throw new InvalidOperationException("Only a comment that can be seen can be answered.");
        return new Comment(Consultation, author, body, now)
        {
            ConsultationId = ConsultationId,
            RootId = RootId ?? Id,
            ParentId = Id,
            Depth = Math.Min(Depth + 1, DeepestReply),
        };
    }

    public void Edit(string body, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        if (!CanBeEditedAt(now)) throw new InvalidOperationException("The time to edit has passed.");
        (Body, EditedAt) = (body, now);
    }

    public bool CanBeEditedAsAsked => EditAskedAt is not null && WithdrawnAt is null;

    /// <summary>The author changes it because a moderator asked them to; no window applies, and it waits for another look.</summary>
    public void EditAsAsked(string body, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        if (!CanBeEditedAsAsked) throw new InvalidOperationException("Nobody asked for a change.");
        (Body, EditedAt, EditAskedAt, HeldBecause) = (body, now, null, "The author changed it as asked. Check it again.");
        (HeldAt, WaitingSince) = (now, now);
    }

    /// <summary>Takes it out of sight until a moderator decides. Held before it was ever saved, nobody has seen it and it has no place yet.</summary>
    public void Hold(string because, DateTimeOffset now)
    {
        (HeldAt, HeldBecause) = (now, because);
        if (Id == 0) ShownAt = null;
        Await(now);
    }

    /// <summary>Puts it before a moderator; it stays as visible as it was.</summary>
    public void Await(DateTimeOffset now) => WaitingSince ??= now;

    public void Show(DateTimeOffset now)
    {
        ShownAt ??= now;
        (HeldAt, HeldBecause, RemovedAt, RemovedRule, EditAskedAt, WaitingSince) = (null, null, null, null, null, null);
    }

    public void Remove(string rule, DateTimeOffset now)
    {
        (RemovedAt, RemovedRule) = (RemovedAt ?? now, rule);
        (HeldAt, HeldBecause, EditAskedAt, WaitingSince) = (null, null, null, null);
    }

    /// <summary>Out of sight until the author changes it. What was public leaves its place, so that the answers below still make sense.</summary>
    public void AskToEdit(string rule, DateTimeOffset now)
    {
        if (ShownAt is not null) (RemovedAt, RemovedRule) = (RemovedAt ?? now, rule);
        (EditAskedAt, WaitingSince) = (now, null);
    }

    public void Withdraw(DateTimeOffset now)
    {
        WithdrawnAt ??= now;
        WaitingSince = null;
    }

    public void SayAbout(VersionSection section)
    {
        if (RootId is not null) throw new InvalidOperationException("An answer is about what it answers.");
        (Section, SectionId) = (section, section.Id);
    }

    /// <summary>All that its author wrote and that anybody can read.</summary>
    public string AllWords => MissingWords.Length == 0 ? Body : $"{Body}\n{MissingWords}";

    public void Miss(Element? element, string words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, MissingMaxLength, nameof(words));
        (Missing, MissingId, MissingWords) = (element, element?.Id, words);
    }

    /// <summary>Changes what its author says of what was missing; what they chose from the list stays. Edit it first.</summary>
    public void RewordMissing(string words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, MissingMaxLength, nameof(words));
        MissingWords = words;
    }

    public void TellAbout(ThirdParty somebodyElse)
    {
        if (somebodyElse == ThirdParty.DoesNotAgree) throw new InvalidOperationException("Without their agreement it is told in private.");
        AboutOther = somebodyElse;
    }

    /// <summary>Staff enter it for somebody who spoke elsewhere; what may not be published only counts.</summary>
    public Comment CameBy(EntryChannel channel, long bodyId, EntryConsent consent)
    {
        if (Id != 0) throw new InvalidOperationException("How it came is known before it is saved.");
        (Channel, EnteredForId, IsNotToBeQuoted) = (channel, bodyId, consent != EntryConsent.PublishAndQuote);
        if (consent == EntryConsent.CountOnly) (CountedAt, ShownAt, HeldAt, HeldBecause, WaitingSince) = (PostedAt, null, null, null, null);
        return this;
    }

    /// <summary>One point of a meeting.</summary>
    public Comment SaidAt(Meeting meeting)
    {
        Meeting = meeting;
        return CameBy(EntryChannel.Meeting, meeting.EnteredForId, EntryConsent.PublishAndQuote);
    }

    /// <summary>Whoever said it asked for their words to be deleted; the place they had stays empty.</summary>
    public void EraseWords()
    {
        if (Channel is null || WithdrawnAt is null) throw new InvalidOperationException("Take it back first.");
        (Body, MissingWords, AreaId) = ("", "", null);
    }

    public Comment ImportedAs(string key)
    {
        ImportKey = key;
        return this;
    }
}

/// <summary>Who speaks, in what voice and for whom, at the moment they speak.</summary>
public sealed record Author(Guid? PersonId, string Name, Voice Voice, long? AreaId = null, long? SpeaksForId = null, bool IsOfficial = false);

/// <summary>One person's support for one comment: a plain unique row, not a ballot.</summary>
public sealed class CommentSupport : INeverOnCachedPages
{
    private CommentSupport() { } // EF Core

    public CommentSupport(long commentId, Guid personId, DateTimeOffset now) => (CommentId, PersonId, At) = (commentId, personId, now);

    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;

    [Personal(DataClass.Contribution)]
    public Guid PersonId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
