using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Areas;

/// <summary>A theme with the comments behind it, and when the first of them was given it. Area: the end of the address of the area whose theme it is; where several share the row, of the one that shows it.</summary>
public sealed record ThemeCount(string Name, string Slug, string Area, int Comments, DateTimeOffset FirstAt, bool IsAboutCapacity)
{
    /// <summary>Above places, the themes of one name that share this row; none where it is one theme.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];

    [JsonIgnore] public string Path => Parts.Count == 0 ? $"/areas/{Area}/themes/{Slug}" : SameNames.Path(Area, Name);
}

/// <summary>How many people of an area were heard beside how many live there. Lives: its share of those who live in the whole place, where known.</summary>
public sealed record ReachRow(string Name, string? Slug, int Depth, int? Shown, string Words, double? Share, string ShareWords, double? Lives)
{
    /// <summary>A share of voices under this part of the share of people is flagged (rule R-A17).</summary>
    public const double FewestOfShare = 0.5;

    public bool IsSilent => Shown == 0 && Slug is not null;
    public bool IsQuiet => !IsSilent && Share < Lives * FewestOfShare;
}

/// <summary>What an area that is no tree shows of its own people, apart from its parts. Numbers: what is shown of each group; nothing where it is hidden.</summary>
public sealed record ShownApart(FigureData Figure, DateTimeOffset At, IReadOnlyList<int?> Numbers);

/// <summary>What is published of an area's tally; whatever breaks people down in it went through disclosure control.</summary>
/// <remarks>Voices: per voice the number shown, for adding up where areas overlap; nothing where it is hidden. At: as of when each breakdown was published.</remarks>
public sealed record AreaFacts(IReadOnlyList<ThemeCount> Themes, IReadOnlyList<CapacityRisk> Risks, MoneyLine? Money)
{
    /// <summary>Above places, the money of all strategies in force there; nothing where none is.</summary>
    public MoneyLine? MoneyWithin { get; init; }
    public FigureData? ByVoice { get; init; }
    public DateTimeOffset? ByVoiceAt { get; init; }
    public IReadOnlyList<int?> Voices { get; init; } = [];

    /// <summary>How people told us; nothing where all did so on the site.</summary>
    public FigureData? ByChannel { get; init; }

    /// <summary>Per way the number shown, for adding up.</summary>
    public IReadOnlyList<int?> Channels { get; init; } = [];
    public ShownApart? ApartByVoice { get; init; }
    public ShownApart? ApartByChannel { get; init; }

    /// <summary>The parts that were left out when it was counted, because nobody signed that they share (rule R-B17).</summary>
    public IReadOnlyList<long> LeftOut { get; init; } = [];

    /// <summary>Meetings that were written down, and about how many people came to them: counted apart.</summary>
    public int Meetings { get; init; }
    public int AtMeetings { get; init; }
    public IReadOnlyList<ReachRow> Reach { get; init; } = [];
    public DateTimeOffset? ReachAt { get; init; }
    public int ReachOf { get; init; }
}

/// <summary>
/// What was counted in an area and in all it contains, as of one moment: kept so that the overview of a place with many comments costs what one with few does,
/// and so that its breakdowns change only where the difference tells nothing of a few people (rule R-C8).
/// </summary>
public sealed class AreaTally : IShownOnPages
{
    private AreaTally() { } // EF Core

    internal AreaTally(long areaId) => AreaId = areaId;

    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public DateTimeOffset CountedAt { get; private set; }

    /// <summary>Different people who wrote in consultations here.</summary>
    public int People { get; private set; }
    public int Comments { get; private set; }

    /// <summary>How often somebody took part: a person counts once in each consultation, so that parts add up to the whole.</summary>
    public int Turns { get; private set; }

    /// <summary>What may be shown, as JSON of <see cref="AreaFacts"/>.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>The true counts behind its breakdowns, for the guard against differencing; never shown.</summary>
    public string Kept { get; private set; } = "";

    /// <summary>What it was counted from: while that stands, nothing is counted anew.</summary>
    public string Stamp { get; private set; } = "";

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];

    public AreaFacts Shown => Facts.Length == 0 ? new([], [], null) : JsonSerializer.Deserialize<AreaFacts>(Facts, JsonSerializerOptions.Web)!;

    internal void Count(int people, int comments, int turns, AreaFacts facts, string kept, DateTimeOffset now)
    {
        var json = JsonSerializer.Serialize(facts, JsonSerializerOptions.Web);
        if ((People, Comments, Turns, Facts, Kept) == (people, comments, turns, json, kept)) return;
        (People, Comments, Turns, Facts, Kept, CountedAt) = (people, comments, turns, json, kept, now);
    }
}

internal sealed class AreaTallyConfiguration : IEntityTypeConfiguration<AreaTally>
{
    public void Configure(EntityTypeBuilder<AreaTally> tally)
    {
        tally.HasKey(t => t.AreaId);
        tally.Property(t => t.AreaId).ValueGeneratedNever();
        tally.Property(t => t.Stamp).HasMaxLength(200);
        tally.Ignore(t => t.PageTags);
        tally.Ignore(t => t.Shown);
        tally.HasOne(t => t.Area).WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Cascade);
    }
}
