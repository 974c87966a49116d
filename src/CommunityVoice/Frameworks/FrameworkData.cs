using CommunityVoice.Areas;
using CommunityVoice.OpenData;

namespace CommunityVoice.Frameworks;

/// <summary>An item of an earlier or later framework.</summary>
public sealed record CarriedItem(string Framework, string Title)
{
    internal static IReadOnlyList<CarriedItem> Of(IReadOnlyList<CrosswalkItem> items) => [.. items.Select(i => new CarriedItem(i.Slug, i.Title))];
}

/// <summary>An item of a framework. TakesUp: what it carries on of earlier ones; TakenUpBy: what carries it on. Actions: of newest published strategies that serve it, or what it takes up.</summary>
public sealed record FrameworkItemData(string Code, string Kind, string Title, IReadOnlyList<CarriedItem> TakesUp, IReadOnlyList<CarriedItem> TakenUpBy, int Actions, string Path)
{
    internal static FrameworkItemData Of(Framework framework, CrosswalkRow row) => new(
        row.Item.Code, DataCode.Of(row.Item.Kind), row.Item.Title, CarriedItem.Of(row.Earlier), CarriedItem.Of(row.Later), row.Actions, $"/frameworks/{framework.Slug}#item-{row.Item.Code}");
}

/// <summary>A framework as open data. NotTakenUp and Added: codes of items without a counterpart after and before, where there are frameworks after and before.</summary>
public sealed record FrameworkData(
    string Slug, string Name, string Version, string Source, IReadOnlyList<TitleData> Follows, IReadOnlyList<TitleData> FollowedBy,
    IReadOnlyList<FrameworkItemData> Items, IReadOnlyList<string> NotTakenUp, IReadOnlyList<string> Added, string Path)
{
    public static FrameworkData Of(Crosswalk c) => new(
        c.Framework.Slug, c.Framework.Name, c.Framework.Version, c.Framework.Source, Titles(c.Previous), Titles(c.Next),
        [.. c.Rows.Select(r => FrameworkItemData.Of(c.Framework, r))], Codes(c.Dropped), Codes(c.Added), $"/frameworks/{c.Framework.Slug}");

    private static List<TitleData> Titles(IReadOnlyList<(string Slug, string Name)> frameworks) => [.. frameworks.Select(f => new TitleData(f.Name, $"/frameworks/{f.Slug}"))];

    private static List<string> Codes(IReadOnlyList<CrosswalkRow> rows) => [.. rows.Select(r => r.Item.Code)];
}
