using CommunityVoice.Strategies;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>A strategy's money beside the voice, in one or two sentences.</summary>
public static class MoneyWords
{
    public static string Of(MoneyLine line) => $"{Money.Words(line.Pence)} in “{line.Title}”. " + line switch
    {
        { Pence: 0 } => "Nothing in it has money yet.",
        { Basis: VoiceBasis.Nothing } => "No vote and no finding leads to its priorities yet, so nobody can say.",
        { Gaps: 0 } => $"On all {line.Items} priorities the money's share is within five points of the voice's.",
        _ => $"On {line.Gaps} of {line.Items} priorities they lie five points or more apart, {line.Unexplained} of these without an explanation; furthest on {line.WidestItem}: {line.WidestVoice}% of the voice, {line.WidestMoney}% of the money.",
    };
}
