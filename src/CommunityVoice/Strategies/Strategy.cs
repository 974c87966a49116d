using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Reviews;

namespace CommunityVoice.Strategies;

/// <summary>A body's strategy for an area, at a permanent address. It is written in versions, measured against one framework.</summary>
public sealed class Strategy : IShownOnPages
{
    public const int SlugMaxLength = 80;

    private Strategy() { } // EF Core

    public Strategy(Area area, Body by, Framework framework, string slug)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        (Area, AreaId, By, ById, Framework, FrameworkId, Slug) = (area, area.Id, by, by.Id, framework, framework.Id, slug);
    }

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public long ById { get; private set; }
    public Body By { get; private set; } = null!;
    public long FrameworkId { get; private set; }
    public Framework Framework { get; private set; } = null!;
    public List<StrategyVersion> Versions { get; } = [];

    /// <summary>The bodies that were asked to write it too.</summary>
    public List<StrategyAuthor> Authors { get; } = [];

    /// <summary>Those of them that write a draft, or wrote when the version was published.</summary>
    public IEnumerable<StrategyAuthor> CoAuthorsOf(StrategyVersion version) =>
        Authors.Where(a => a.StandingIn(version.PublishedAt) == Authorship.Writes).OrderBy(a => a.SignedAt).ThenBy(a => a.Id);

    /// <summary>What was said about gaps between votes and money; votes go on after a version is published, so these stand apart from versions.</summary>
    public List<GapNote> GapNotes { get; } = [];

    /// <summary>What was reported on its actions; work goes on after a version is published, so these stand apart from versions too.</summary>
    public List<ActionReport> Reports { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Strategy(Id), PageTag.Area(AreaId), PageTag.Lists];

    public StrategyAuthor AskToWrite(Body body, DateTimeOffset now)
    {
        if (body.Id == ById || Authors.Exists(a => a.BodyId == body.Id && body.Id != 0 && a.LeftAt is null)) throw new InvalidOperationException($"{body.Slug} writes {Slug}, or is asked already.");
        var author = new StrategyAuthor(this, body, now);
        Authors.Add(author);
        return author;
    }

    /// <summary>Begins the first version.</summary>
    public StrategyVersion Start(string title, Guid byId, DateTimeOffset now)
    {
        if (Versions.Count > 0) throw new InvalidOperationException($"{Slug} was started before: begin a new version instead.");
        var version = new StrategyVersion(this, 1, title, byId, now);
        Versions.Add(version);
        return version;
    }

    /// <summary>Begins a version that takes the place of the newest published one, as a copy of it.</summary>
    public StrategyVersion Revise(string why, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        var newest = Versions.MaxBy(v => v.Number);
        if (newest is not { PublishedAt: not null }) throw new InvalidOperationException($"{Slug} has a draft already, or nothing to revise.");
        var version = newest.CopyAs(newest.Number + 1, why, byId, now);
        Versions.Add(version);
        return version;
    }

    /// <summary>How an action stood on each day that somebody reported, newest first.</summary>
    public IReadOnlyList<ActionReport> ReportsOn(int action) => [.. Reports.Where(r => r.Action == action).OrderByDescending(r => r.At).ThenByDescending(r => r.Id)];

    /// <summary>How an action stands now; none while nobody reported.</summary>
    public ActionState? StateOf(int action) => ReportsOn(action) is [var newest, ..] ? newest.State : null;

    /// <summary>Says how an action stands. It cannot be done without what was before, what is now and what shows it (rule R-I6).</summary>
    public ActionReport Report(int action, ReportText text, Guid byId, DateTimeOffset now)
    {
        var report = new ActionReport(this, action, text, byId, now);
        Reports.Add(report);
        return report;
    }

    /// <summary>Says why money and votes differ for an item, or says it anew.</summary>
    public GapNote Explain(FrameworkItem item, string words, Guid byId, DateTimeOffset now)
    {
        if (item.FrameworkId != FrameworkId) throw new InvalidOperationException("Only a gap at an item of its own framework is explained.");
        if (GapNotes.Find(n => n.ItemId == item.Id) is { } known)
        {
            known.Rewrite(words, byId, now);
            return known;
        }
        var note = new GapNote(this, item, words, byId, now);
        GapNotes.Add(note);
        return note;
    }
}

/// <summary>Why an item's share of the money is not its share of the votes, in the words of the body whose strategy it is.</summary>
public sealed class GapNote : IShownOnPages
{
    public const int MaxLength = 1000;

    private GapNote() { } // EF Core

    internal GapNote(Strategy strategy, FrameworkItem item, string words, Guid byId, DateTimeOffset now)
    {
        (Strategy, StrategyId, Item, ItemId) = (strategy, strategy.Id, item, item.Id);
        Rewrite(words, byId, now);
    }

    public long StrategyId { get; private set; }
    public Strategy Strategy { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;
    public string Words { get; private set; } = "";
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Strategy(StrategyId)];

    internal void Rewrite(string words, Guid byId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        (Words, ById, At) = (words, byId, now);
    }
}
