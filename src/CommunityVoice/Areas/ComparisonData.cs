using CommunityVoice.OpenData;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Themes;

namespace CommunityVoice.Areas;

/// <summary>A place among those compared. Recommendations: those sent; Answered: of those. What is being counted anew, or is not all included, has no number.</summary>
public sealed record ComparedPlaceData(
    string Slug, string Name, string Level, int? Population, int? People, double? PeoplePerThousand, int? Comments, int Summaries, int Recommendations, int Answered,
    IReadOnlyList<PlaceLeftOut> LeftOut, bool IsBeingCounted, string Path)
{
    /// <summary>The money of its newest strategy, or of that of the place around it; above places of all strategies in it whose years are not over. None where there is none.</summary>
    public ComparedMoney? Money { get; init; }

    internal static ComparedPlaceData Of(ComparedPlace p) => new(
        p.Slug, p.Name, DataCode.Of(p.Level), p.Population, p.IsBeingCounted ? null : p.People, p.HeardPerThousand, p.IsBeingCounted ? null : p.Comments, p.Summaries, p.Asked, p.Answered,
        LeftOutParts.Of(p.LeftOut), p.IsBeingCounted, $"/areas/{p.Slug}")
    {
        Money = p.Money is { } line ? ComparedMoney.Of(line, p) : null,
    };
}

/// <summary>Money in pence beside the voice. Strategy: its title, where it is that of one alone. Apart: at how many of the priorities its share lies five points or more from that of the voice; both empty while nobody can say.</summary>
public sealed record ComparedMoney(string? Strategy, int Strategies, long Pence, int? Apart, int? Priorities)
{
    /// <summary>The last day of the strategy's years, where they are over.</summary>
    public DateOnly? EndedOn { get; init; }

    internal static ComparedMoney Of(MoneyLine line, ComparedPlace place)
    {
        var isKnown = !place.IsBeingCounted && line is { Pence: > 0, Basis: not VoiceBasis.Nothing };
        return new(line.Strategies == 0 ? line.Title : null, Math.Max(1, line.Strategies), line.Pence, isKnown ? line.Gaps : null, isKnown ? line.Items : null)
        {
            EndedOn = line.EndedOn,
        };
    }
}

/// <summary>How many of how many in one place, and how far chance alone could move the share. All empty where nobody was asked or said it.</summary>
public sealed record ComparedPart(string Place, int? Count, int? Of, double? Share, double? Low, double? High)
{
    /// <summary>Above places, the themes of one name that are counted in it.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];

    internal static ComparedPart At(ComparedPlace place, ComparedShare? found) => found is { Share: { } share }
        ? new(place.Slug, found.Count, found.Of, Shares.Round(share), Shares.Round(found.Range.Low), Shares.Round(found.Range.High)) { Parts = found.Parts }
        : new(place.Slug, null, null, null, null, null);
}

/// <summary>A priority or theme, with what each place has of it.</summary>
public sealed record ComparedThing(string Title, IReadOnlyList<ComparedPart> Places)
{
    internal static IReadOnlyList<ComparedThing> Of(IReadOnlyList<ComparedRow> rows, IReadOnlyList<ComparedPlace> places) =>
        [.. rows.Select(r => new ComparedThing(r.Title, [.. places.Zip(r.Shares, ComparedPart.At)]))];
}

/// <summary>Places side by side as open data: what their page shows, which shows nothing of one alone. Priorities: of people who took part in the newest finished vote that offered it; Themes: of all comments.</summary>
public sealed record ComparisonData(IReadOnlyList<ComparedPlaceData> Places, IReadOnlyList<ComparedThing> Priorities, IReadOnlyList<ComparedThing> Themes)
{
    public static ComparisonData Of(AreaComparison comparison) => comparison.Places.Count < AreaComparisons.Fewest
        ? new([], [], [])
        : new([.. comparison.Places.Select(ComparedPlaceData.Of)], ComparedThing.Of(comparison.Items, comparison.Places), ComparedThing.Of(comparison.Themes, comparison.Places));
}

/// <summary>A comparison's numbers, one a line.</summary>
public sealed record ComparisonLine(string Section, string Item, string Place, long? Count, int? Of, double? Share, double? Low, double? High, IReadOnlyList<string> LeftOut, string Path)
{
    /// <summary>Of a theme that several share above places, each of them.</summary>
    public IReadOnlyList<ThemePart> Themes { get; init; } = [];

    public static IEnumerable<ComparisonLine> All(ComparisonData data) =>
        [.. data.Places.SelectMany(OfPlace), .. data.Priorities.SelectMany(t => OfThing("priority", t, data)), .. data.Themes.SelectMany(t => OfThing("theme", t, data))];

    private static IEnumerable<ComparisonLine> OfPlace(ComparedPlaceData p) =>
        new (string Item, long? Count, int? Of)[]
        {
            ("population", p.Population, null), ("people", p.People, null), ("comments", p.Comments, null), ("summaries", p.Summaries, null), ("recommendations", p.Recommendations, null), ("answered", p.Answered, null),
            ("pence", p.Money?.Pence, null), ("apart", p.Money?.Apart, p.Money?.Priorities),
        }.Select(m => new ComparisonLine("place", m.Item, p.Slug, m.Count, m.Of, null, null, null, Parts(p), p.Path));

    private static IEnumerable<ComparisonLine> OfThing(string section, ComparedThing thing, ComparisonData data) =>
        thing.Places.Zip(data.Places, (part, p) => new ComparisonLine(section, thing.Title, part.Place, part.Count, part.Of, part.Share, part.Low, part.High, Parts(p), p.Path) { Themes = part.Parts });

    private static List<string> Parts(ComparedPlaceData place) => [.. place.LeftOut.Select(l => l.PartSlug)];
}

/// <summary>Parts that a view leaves out, as files say it.</summary>
public static class LeftOutParts
{
    public static IReadOnlyList<PlaceLeftOut> Of(IEnumerable<NotIncluded> parts) => [.. parts.Select(l => new PlaceLeftOut(l.Part, l.PartSlug, l.Bodies, l.Because))];
}
