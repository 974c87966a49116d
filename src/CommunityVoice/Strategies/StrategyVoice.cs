using CommunityVoice.Areas;
using CommunityVoice.OpenData;
using CommunityVoice.Sharing;

namespace CommunityVoice.Strategies;

/// <summary>Whether an item's share of the money lies apart from its share of the voice, and whether somebody said why.</summary>
public enum VoiceGap
{
    LessThanFivePoints,
    Explained,
    NotExplained,
}

/// <summary>An item's share of the voice beside its share of the money that is linked to an item. Gap: so many points the money lies above the voice, or below nothing where it lies below. State: lessThanFivePoints, explained or notExplained. Explanation: why they lie apart.</summary>
public sealed record StrategyVoiceRow(string Framework, string Item, string Title, double VoiceShare, double MoneyShare, long Pence, int Gap, string State, string? Explanation)
{
    internal static StrategyVoiceRow Of(VoiceRow row, string framework)
    {
        var state = !row.IsGap ? VoiceGap.LessThanFivePoints : row.Explanation is null ? VoiceGap.NotExplained : VoiceGap.Explained;
        return new(
            framework, row.Item.Code, row.Item.Title, Shares.Round(row.VoiceShare), Shares.Round(row.MoneyShare), row.Pence, row.Gap, DataCode.Of(state),
            state == VoiceGap.Explained ? row.Explanation : null);
    }
}

/// <summary>
/// Whether the money of a strategy follows the voice, as its page says it. Basis: votes, citedComments or nothing: where the share of voice comes from; Votes:
/// those votes. Linked and NotLinked: choices in them that lead to an item, and those that lead to none and are left out.
/// </summary>
public sealed record StrategyVoice(string Basis, IReadOnlyList<StrategyVoiceRow> Rows, IReadOnlyList<TitleData> Votes, long? Linked, long? NotLinked, IReadOnlyList<PlaceLeftOut> LeftOut, string Path)
{
    /// <summary>Of a version loaded whole.</summary>
    public static StrategyVoice Of(StrategyVersion version, VoiceAndMoney voice, IReadOnlyList<NotIncluded> leftOut)
    {
        var (isVoted, strategy) = (voice.Basis == VoiceBasis.Votes, version.Strategy);
        return new(
            DataCode.Of(voice.Basis), voice.Basis == VoiceBasis.Nothing ? [] : [.. voice.Rows.Select(r => StrategyVoiceRow.Of(r, strategy.Framework.Slug))],
            [.. voice.Ballots.Select(b => new TitleData($"{b.Consultation.Title}: {b.Title}", $"/ballots/{b.Id}/results"))],
            isVoted ? Whole(voice.Linked) : null, isVoted ? Whole(voice.NotLinked) : null, LeftOutParts.Of(leftOut), $"/strategies/{strategy.Slug}/money");
    }

    private static long Whole(double choices) => (long)Math.Round(choices, MidpointRounding.AwayFromZero);
}

/// <summary>Reads whether the money of a version follows the voice.</summary>
public sealed class StrategyVoices(MoneyLists lists, VoiceShares shares, SharedViews shared, TimeProvider clock)
{
    /// <summary>Of a version loaded whole.</summary>
    public async Task<StrategyVoice> OfAsync(StrategyVersion version, CancellationToken ct) => StrategyVoice.Of(
        version, await shares.OfAsync(version, MoneyMatrix.Of(version, lists), ct), await shared.LeftOutOfAsync(version.Strategy.AreaId, UkTime.Today(clock), ct));
}
