using CommunityVoice.OpenData;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;

namespace CommunityVoice.Areas;

/// <summary>The priority at which money and voice lie furthest apart, in whole per cents.</summary>
public sealed record PlaceGap(string Priority, int VoicePercent, int MoneyPercent);

/// <summary>
/// Money in pence beside the voice. Strategy: its title, where it is that of one alone. Apart: at how many of the priorities they lie five points or more apart;
/// Unexplained: of these, where it is of one strategy, which explains its own. All three are empty while nobody can say.
/// </summary>
public sealed record PlaceMoney(string? Strategy, int Strategies, long Pence, int? Apart, int? Priorities, int? Unexplained, PlaceGap? Widest, string Path)
{
    /// <summary>The last day of the strategy's years, where they are over.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Above places that of all strategies, and that of the place's newest.</summary>
    internal static IReadOnlyList<PlaceMoney> Of(AreaOverview overview)
    {
        var area = overview.Area;
        var lines = new[] { (Line: SharedView.IsShared(area.Level) ? overview.Facts.MoneyWithin : null, Path: $"/areas/{area.Slug}/money"), (Line: overview.Facts.Money, Path: $"/strategies/{overview.Facts.Money?.Slug}/money") };
        return [.. lines.Where(l => l.Line is not null).Select(l => Of(l.Line!, l.Path))];
    }

    private static PlaceMoney Of(MoneyLine line, string path)
    {
        var (isOfOne, isKnown) = (line.Strategies == 0, line is { Pence: > 0, Basis: not VoiceBasis.Nothing });
        return new(
            isOfOne ? line.Title : null, Math.Max(1, line.Strategies), line.Pence, isKnown ? line.Gaps : null, isKnown ? line.Items : null, isKnown && isOfOne ? line.Unexplained : null,
            isKnown && line is { Gaps: > 0, WidestItem: { } item } ? new(item, line.WidestVoice, line.WidestMoney) : null, path)
        {
            EndedOn = line.EndedOn,
        };
    }
}

/// <summary>An action that rests on what people said about too little staff, room or time, with its money in pence. Comments: those that said so.</summary>
public sealed record PlaceRisk(string Action, string Strategy, IReadOnlyList<string> Themes, int Comments, long Pence, bool IsAtRisk, string Path)
{
    internal static PlaceRisk Of(CapacityRisk risk) => new(risk.Title, risk.Strategy, risk.Themes, risk.Comments, risk.Pence, risk.IsAtRisk, $"/strategies/{risk.Slug}#action-{risk.Action}");
}

/// <summary>A part of a place beside the others: how often somebody took part in what was asked there, and what was said.</summary>
public sealed record PlacePart(string Slug, string Name, string Level, int? Population, int Turns, int Comments, string Path)
{
    internal static PlacePart Of(OverviewPart part) => new(part.Slug, part.Name, DataCode.Of(part.Level), part.Population, part.Turns, part.Comments, $"/areas/{part.Slug}");
}
