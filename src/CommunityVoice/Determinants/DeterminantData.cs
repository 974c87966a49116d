using CommunityVoice.Areas;
using CommunityVoice.Themes;

namespace CommunityVoice.Determinants;

/// <summary>Something outside health care that makes people well or ill, by its code.</summary>
public sealed record DeterminantData(string Code, string Name, string About);

/// <summary>A theme that people spoke of, with the codes that it is marked with.</summary>
public sealed record MarkedThemeData(string Name, string About, string Area, IReadOnlyList<string> Determinants, string Path)
{
    /// <summary>Above places, the themes of its name that share this row, without numbers.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];
}

/// <summary>An action of a published strategy, whom it falls to, and the codes that it is marked with.</summary>
public sealed record MarkedActionData(int Number, string Title, string Strategy, string Owner, IReadOnlyList<string> Determinants, string Path);

/// <summary>How many small statistical areas an area has, and how many of them are among the most deprived tenth and fifth of England, in an edition of the index.</summary>
public sealed record DeprivationData(string Area, string Name, string Edition, int SmallAreas, int InMostTenth, int InMostFifth, string Path)
{
    internal static DeprivationData Of(DeprivedPart part) =>
        new(part.Slug, part.Name, part.Deprivation.Edition, part.Deprivation.SmallAreas, part.Deprivation.InMostTenth, part.Deprivation.InMostFifth, $"/areas/{part.Slug}");
}

/// <summary>What shapes health in an area, as its page shows it. Determinants: those that something is marked with. Deprivation: of the area itself, where it is known, and of its wards.</summary>
public sealed record DeterminantsData(
    string Area, IReadOnlyList<DeterminantData> Determinants, IReadOnlyList<MarkedThemeData> Themes, IReadOnlyList<MarkedActionData> Actions, IReadOnlyList<DeprivationData> Deprivation, IReadOnlyList<PlaceLeftOut> LeftOut)
{
    public static DeterminantsData Of(Area area, PlaceDeterminants found, DeterminantList list) => new(
        area.Slug,
        [.. list.All.Where(d => found.Marked.Contains(d.Code)).Select(d => new DeterminantData(d.Code, d.Name, d.About))],
        [.. found.Themes.Select(t => new MarkedThemeData(t.Name, t.About, t.AreaSlug, DeterminantList.Codes(t.Marks), t.Path) { Parts = t.Parts })],
        [.. found.Actions.Select(a => new MarkedActionData(a.Number, a.Title, a.Slug, a.OwnerWords, DeterminantList.Codes(a.Marks), $"/strategies/{a.Slug}#action-{a.Number}"))],
        [.. (found.Whole is { } whole ? [whole, .. found.Parts] : found.Parts).Select(DeprivationData.Of)],
        LeftOutParts.Of(found.LeftOut));
}

/// <summary>What shapes health in an area, one thing a line: a theme, an action, or how deprived an area is.</summary>
public sealed record DeterminantLine(string Section, string Item, IReadOnlyList<string> Determinants, string? Owner, string? Edition, int? SmallAreas, int? InMostTenth, int? InMostFifth, string Path)
{
    /// <summary>Of a theme that several share above places, each of them.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];

    public static IEnumerable<DeterminantLine> Of(DeterminantsData data) =>
    [
        .. data.Themes.Select(t => new DeterminantLine("theme", t.Name, t.Determinants, null, null, null, null, null, t.Path) { Parts = t.Parts }),
        .. data.Actions.Select(a => new DeterminantLine("action", a.Title, a.Determinants, a.Owner, null, null, null, null, a.Path)),
        .. data.Deprivation.Select(d => new DeterminantLine("deprivation", d.Name, [], null, d.Edition, d.SmallAreas, d.InMostTenth, d.InMostFifth, d.Path)),
    ];
}
