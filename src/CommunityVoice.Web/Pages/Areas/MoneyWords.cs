using System.Globalization;
using CommunityVoice.Strategies;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>Money of strategies beside the voice, in one or two sentences.</summary>
public static class MoneyWords
{
    /// <summary>How far a sum of several strategies can be trusted.</summary>
    public const string Once = "Money that two of them tell of is counted once where they choose the same organisations from this site or write the same names; where written names differ, it may be in the sum twice.";

    /// <summary>How much, and in what; of a strategy whose years are over, that they are.</summary>
    public static string Sum(MoneyLine line) =>
        $"{Money.Words(line.Pence)} in {(line.Strategies == 0 ? $"“{line.Title}”" : Words.Count(line.Strategies, "strategy", "strategies"))}{(line.EndedOn is { } last ? $", whose years ended in {Month(last)}" : "")}";

    /// <summary>"March 2026".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public static string Of(MoneyLine line) => $"{Sum(line)}. {Gaps(line, $", {line.Unexplained} of these without an explanation")}";

    /// <summary>The same of all strategies above places, where nobody explains a gap: each strategy explains its own.</summary>
    public static string Above(MoneyLine line) => $"{Sum(line)} here and in the areas within.{(line.Strategies > 1 ? $" {Once}" : "")} {Gaps(line, "")}";

    private static string Gaps(MoneyLine line, string explained) => line switch
    {
        { Pence: 0 } => "Nothing in it has money yet.",
        { Basis: VoiceBasis.Nothing } => "No vote and no finding leads to its priorities yet, so nobody can say.",
        { Gaps: 0 } => $"On all {line.Items} priorities the money's share is within five points of the voice's.",
        _ => $"On {line.Gaps} of {line.Items} priorities they lie five points or more apart{explained}; furthest on {line.WidestItem}: {line.WidestVoice}% of the voice, {line.WidestMoney}% of the money.",
    };
}
