using System.Globalization;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>The canonical texts of choices, whatever the method: what an entry of the public record says.</summary>
/// <remarks>
/// Dots <c>12=3,15=2</c> (<see cref="DotsText"/>); support, pick and budget <c>12,15,19</c> (<see cref="BallotIdsText"/>); rank <c>15>12>19</c>
/// (<see cref="RankText"/>); a mark on one statement <c>12=1</c>, <c>12=-1</c>, <c>12=0</c> (<see cref="MarkText"/>).
/// A paper that was taken back says nothing; a mark that was taken back says <c>12=</c>. A paper that two people left out of the count says why,
/// <c>!same-person</c>, and a mark of such a paper <c>12=!same-person</c> (rule R-F33).
/// </remarks>
public static class ChoicesText
{
    private const int LongestReason = 30;

    public static bool IsTakenBack(string choices) => choices.Length == 0 || choices[^1] == '=';

    /// <summary>Two people left it out of the count.</summary>
    public static bool IsLeftOut(string choices) => choices.Contains('!', StringComparison.Ordinal);

    /// <summary>Nothing of it counts: it was taken back or left out.</summary>
    public static bool IsNothing(string choices) => IsTakenBack(choices) || IsLeftOut(choices);

    /// <summary>What a paper says that was left out for a reason, such as <c>same-person</c>.</summary>
    public static string LeftOut(string reason) => Checked($"!{reason}");

    /// <summary>What a mark says that was left out.</summary>
    public static string LeftOut(long statement, string reason) => Checked(string.Create(CultureInfo.InvariantCulture, $"{statement}=!{reason}"));

    /// <summary>Why it was left out: small letters and dashes. Text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static string ReasonOf(string choices)
    {
        var at = choices.IndexOf('!', StringComparison.Ordinal);
        var reason = choices[(at + 1)..];
        var isRight = at == 0 || (at > 1 && choices[at - 1] == '=' && MarkText.StatementOf(choices) > 0);
        return isRight && reason.Length is > 0 and <= LongestReason && reason.All(c => c is '-' or (>= 'a' and <= 'z'))
            ? reason
            : throw new FormatException($"\"{choices}\" does not say why it was left out.");
    }

    /// <summary>The options that were chosen, in the order of the text; taken back: none. Text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<long> Options(BallotMethod method, string choices) => IsTakenBack(choices) ? [] : method switch
    {
        BallotMethod.Dots => [.. DotsText.Read(choices).Select(d => d.Key)],
        BallotMethod.Rank => RankText.Read(choices),
        BallotMethod.AgreeDisagreePass => [MarkText.Read(choices).Statement],
        _ => BallotIdsText.Read(choices),
    };

    /// <summary>What the choices add to each option's count; taken back or left out: nothing. Text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static IEnumerable<KeyValuePair<long, OptionCount>> Counts(BallotMethod method, string choices)
    {
        if (IsNothing(choices)) return [];
        if (method == BallotMethod.Dots) return DotsText.Read(choices).Select(d => KeyValuePair.Create(d.Key, new OptionCount(d.Value, 1)));
        if (method != BallotMethod.AgreeDisagreePass) return Options(method, choices).Select(o => KeyValuePair.Create(o, new OptionCount(0, 1)));
        var (statement, value) = MarkText.Read(choices);
        return [KeyValuePair.Create(statement, new OptionCount(0, 1, value > 0 ? 1 : 0, value < 0 ? 1 : 0, value == 0 ? 1 : 0))];
    }

    private static string Checked(string text)
    {
        ReasonOf(text);
        return text;
    }
}
