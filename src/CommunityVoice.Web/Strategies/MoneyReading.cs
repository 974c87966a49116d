using CommunityVoice.Frameworks;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Strategies;

/// <summary>Money as pages show it, that of one strategy or of all in an area above places, beside the voice.</summary>
public sealed record MoneyReading(MoneyLists Lists, MoneyMatrix Matrix, MoneyShift Shift, VoiceAndMoney Voice, IReadOnlyList<NotIncluded> LeftOut, string Area, int? People)
{
    /// <summary>The one version that it is of; none where several strategies are added up.</summary>
    public StrategyVersion? Version { get; init; }

    public bool IsAddedUp => Version is null;

    /// <summary>Where all lines are as a file; none where several strategies are added up, each of which has its own.</summary>
    public string? FilePath => Version is null ? null : $"/strategies/{Version.Strategy.Slug}/money.csv";

    /// <summary>"£20.83", to the penny; nothing where the people of the area were not counted.</summary>
    public string? AHead(long pence) => MoneyMatrix.AHead(pence, People) is { } each ? Money.Words(each) : null;

    /// <summary>The title of an item, with its framework where that is not the one that the table follows.</summary>
    public string Name(FrameworkItem item) => item.FrameworkId == Matrix.Rows[0].Item.FrameworkId ? item.Title : $"{item.Title} ({item.Framework.Name})";

    /// <summary>Where the actions for an item stand, or where several strategies are added up, the item in its framework; nothing where no action is for it.</summary>
    public string? LinkTo(FrameworkItem item) => Version is null
        ? $"/frameworks/{item.Framework.Slug}#item-{item.Code}"
        : Version.Actions.Any(a => a.Serves.Contains(item)) ? $"/strategies/{Version.Strategy.Slug}#item-{item.Code}" : null;

    /// <summary>Where a line is told of: below, or on the page of its strategy.</summary>
    public string LinkTo(BudgetLine line) => $"{(IsAddedUp ? $"/strategies/{line.Version.Strategy.Slug}/money" : "")}#line-{line.Number}";

    public static string Percent(double share) => BallotResult.Percent(share);
}
