using CommunityVoice.Frameworks;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Strategies;

/// <summary>Money as pages show it, that of one strategy or of all in an area above places, beside the voice.</summary>
public sealed record MoneyReading(MoneyLists Lists, MoneyMatrix Matrix, MoneyShift Shift, VoiceAndMoney Voice, IReadOnlyList<NotIncluded> LeftOut, string Area, int? People)
{
    /// <summary>Where all lines are as a file; none where several strategies are added up, each of which has its own.</summary>
    public string? FilePath { get; init; }

    public bool IsAddedUp => FilePath is null;

    /// <summary>"£20.83", to the penny; nothing where the people of the area were not counted.</summary>
    public string? AHead(long pence) => MoneyMatrix.AHead(pence, People) is { } each ? Money.Words(each) : null;

    /// <summary>The title of an item, with its framework where that is not the one that the table follows.</summary>
    public string Name(FrameworkItem item) => item.FrameworkId == Matrix.Rows[0].Item.FrameworkId ? item.Title : $"{item.Title} ({item.Framework.Name})";

    /// <summary>Where a line is told of: below, or on the page of its strategy.</summary>
    public string LinkTo(BudgetLine line) => $"{(IsAddedUp ? $"/strategies/{line.Version.Strategy.Slug}/money" : "")}#line-{line.Number}";

    public static string Percent(double share) => BallotResult.Percent(share);
}
