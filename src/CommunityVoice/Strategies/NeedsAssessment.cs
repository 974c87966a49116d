using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;

namespace CommunityVoice.Strategies;

/// <summary>What is recorded of an assessment: where it can be read, by its address or by the words it is cited with, and what it says in short.</summary>
public sealed record NeedsText(string Title, DateOnly PublishedOn, string? Link, string? Source, string InShort);

/// <summary>
/// A new assessment of what people in a place need. Each strategy that covers the place and is published then has to be decided on: revise it or not
/// (rule R-A13). What was recorded never changes; while nothing rests on it, it can be taken back, with a reason.
/// </summary>
public sealed class NeedsAssessment : IShownOnPages
{
    public const int TitleMaxLength = 160;
    public const int LinkMaxLength = 500;
    public const int SourceMaxLength = 500;
    public const int InShortMaxLength = 2000;
    public const int ReasonMaxLength = 1000;

    private NeedsAssessment() { } // EF Core

    public NeedsAssessment(Area area, Body from, NeedsText text, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Title, nameof(text));
        ArgumentException.ThrowIfNullOrWhiteSpace(text.InShort, nameof(text));
        if (text.Link is null && text.Source is null) throw new ArgumentException("An assessment says where it can be read.", nameof(text));
        (Area, AreaId, From, FromId, RecordedById, RecordedAt) = (area, area.Id, from, from.Id, by, now);
        (Title, PublishedOn, Link, Source, InShort) = (text.Title, text.PublishedOn, text.Link, text.Source, text.InShort);
    }

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;

    /// <summary>The board that recorded it.</summary>
    public long FromId { get; private set; }
    public Body From { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public DateOnly PublishedOn { get; private set; }
    public string? Link { get; private set; }
    public string? Source { get; private set; }
    public string InShort { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? RecordedById { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? TakenBackById { get; private set; }
    public string? TakenBackReason { get; private set; }
    public int Edits { get; private set; }
    public List<RevisionQuestion> Questions { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists, .. Questions.Select(q => PageTag.Strategy(q.StrategyId))];

    /// <summary>Whether nothing rests on it yet. Its questions are loaded.</summary>
    public bool CanBeTakenBack => TakenBackAt is null && Questions.TrueForAll(q => q.DecidedAt is null);

    /// <summary>Asks whether a published version is revised.</summary>
    public RevisionQuestion Ask(StrategyVersion version)
    {
        if (version.IsDraft || Questions.Exists(q => q.StrategyId == version.StrategyId)) throw new InvalidOperationException($"{version.Strategy.Slug} is not asked about here.");
        var question = new RevisionQuestion(this, version);
        Questions.Add(question);
        return question;
    }

    public void TakeBack(string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!CanBeTakenBack) throw new InvalidOperationException($"Assessment {Id} is decided on, or was taken back before.");
        (TakenBackAt, TakenBackById, TakenBackReason, Edits) = (now, by, reason, Edits + 1);
    }

    // Whoever takes it back notices that somebody decided in the same instant, and the other way round.
    internal void Decided() => Edits++;
}
