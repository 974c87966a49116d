using System.Text.Json;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;

namespace CommunityVoice.Areas;

/// <summary>Those who were heard in one voice, or those who told us in one way: one row of one table. Never both at once, so that no list is of fewer than a table shows.</summary>
/// <remarks>By: which table; Code: the end of its address; Row: where it stands in the numbers that the table shows.</remarks>
public sealed record HeardGroup(string By, string Code, string Word, int Row)
{
    public const string ByVoice = "voices";
    public const string ByWay = "ways";
    private const string OnTheSite = "on-the-site";

    /// <summary>The points of meetings, which are nobody's and stand in no table.</summary>
    public static HeardGroup Meetings { get; } = new(ByWay, "meeting-notes", "Notes of meetings", -1);

    /// <summary>In the order of tables.</summary>
    public static IReadOnlyList<HeardGroup> All { get; } =
    [
        .. HeardTally.Voices.Select((v, i) => new HeardGroup(ByVoice, CodeOf(v), v.Word(), i) { Voice = v }),
        .. HeardTally.Ways.Select((w, i) => new HeardGroup(ByWay, w is { } way ? CodeOf(way) : OnTheSite, w?.Word() ?? EntryChannelWords.OnTheSite, i) { Way = w }),
        Meetings,
    ];

    private Voice? Voice { get; init; }
    private EntryChannel? Way { get; init; }

    public static HeardGroup? Find(string by, string code) => All.FirstOrDefault(g => g.By == by && g.Code == code);

    /// <summary>A table of the area with each row that shows somebody leading to what they said; a hidden row and one of nobody lead nowhere.</summary>
    public static FigureData Link(FigureData table, string by, AreaFacts facts, string area) => table with
    {
        Rows = [.. table.Rows.Select(r => All.FirstOrDefault(g => g.By == by && g.Word == r.Label) is { } group && group.IsShownIn(facts) ? r with { Href = group.PathIn(area) } : r)],
    };

    public string PathIn(string area) => $"/areas/{area}/heard/{By}/{Code}";

    public bool IsShownIn(AreaFacts facts) => this == Meetings ? facts.Meetings > 0 : (By == ByVoice ? facts.Voices : facts.Channels).ElementAtOrDefault(Row) > 0;

    /// <summary>What they said, by what each comment says of itself.</summary>
    internal IQueryable<Comment> In(IQueryable<Comment> comments)
    {
        if (this == Meetings) return comments.Where(c => c.MeetingId != null);
        var (said, way) = (comments.Where(c => c.MeetingId == null && !c.IsOfficial), Way);
        return Voice is { } voice ? said.Where(c => c.Voice == voice) : said.Where(c => c.Channel == way);
    }

    private static string CodeOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
