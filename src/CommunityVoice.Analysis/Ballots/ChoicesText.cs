namespace CommunityVoice.Analysis.Ballots;

/// <summary>The canonical texts of choices, whatever the method: what an entry of the public record says.</summary>
/// <remarks>
/// Dots <c>12=3,15=2</c> (<see cref="DotsText"/>); support, pick and budget <c>12,15,19</c> (<see cref="BallotIdsText"/>); rank <c>15>12>19</c>
/// (<see cref="RankText"/>); a mark on one statement <c>12=1</c>, <c>12=-1</c>, <c>12=0</c> (<see cref="MarkText"/>).
/// A paper that was taken back says nothing; a mark that was taken back says <c>12=</c>.
/// </remarks>
public static class ChoicesText
{
    public static bool IsTakenBack(string choices) => choices.Length == 0 || choices[^1] == '=';

    /// <summary>The options that were chosen, in the order of the text; taken back: none. Text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<long> Options(BallotMethod method, string choices) => IsTakenBack(choices) ? [] : method switch
    {
        BallotMethod.Dots => [.. DotsText.Read(choices).Select(d => d.Key)],
        BallotMethod.Rank => RankText.Read(choices),
        BallotMethod.AgreeDisagreePass => [MarkText.Read(choices).Statement],
        _ => BallotIdsText.Read(choices),
    };

    /// <summary>What the choices add to each option's count; taken back: nothing. Text that is not canonical throws a <see cref="FormatException"/>.</summary>
    public static IEnumerable<KeyValuePair<long, OptionCount>> Counts(BallotMethod method, string choices)
    {
        if (IsTakenBack(choices)) return [];
        if (method == BallotMethod.Dots) return DotsText.Read(choices).Select(d => KeyValuePair.Create(d.Key, new OptionCount(d.Value, 1)));
        if (method != BallotMethod.AgreeDisagreePass) return Options(method, choices).Select(o => KeyValuePair.Create(o, new OptionCount(0, 1)));
        var (statement, value) = MarkText.Read(choices);
        return [KeyValuePair.Create(statement, new OptionCount(0, 1, value > 0 ? 1 : 0, value < 0 ? 1 : 0, value == 0 ? 1 : 0))];
    }
}
