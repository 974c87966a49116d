using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>What somebody is about to confirm, and what they leave unused.</summary>
public static class CheckWords
{
    /// <summary>What was chosen, line by line.</summary>
    public static IEnumerable<(string Key, string Value)> Lines(this Ballot ballot, string choices) => ballot.Method switch
    {
        BallotMethod.Dots => DotsText.Read(choices).Select(d => (TitleOf(ballot, d.Key), DotsForm.Words(d.Value))),
        BallotMethod.Rank => RankText.Read(choices).Select((id, i) => (Inv($"{i + 1}"), TitleOf(ballot, id))),
        BallotMethod.Budget => BallotIdsText.Read(choices).Select(id => (TitleOf(ballot, id), Money.Words(CostOf(ballot, id)))),
        BallotMethod.Pick => BallotIdsText.Read(choices).Select((id, i) => (Inv($"Pick {i + 1}"), TitleOf(ballot, id))),
        _ => BallotIdsText.Read(choices).Select(id => (TitleOf(ballot, id), "You support it")),
    };

    /// <summary>What was left unused, where that is worth a word before confirming; then what one could do with it.</summary>
    public static (string Left, string Could)? Unused(this Ballot ballot, string choices)
    {
        var chosen = ChoicesText.Options(ballot.Method, choices);
        switch (ballot.Method)
        {
            case BallotMethod.Dots when ballot.DotsEach - DotsText.Read(choices).Sum(d => d.Value) is > 0 and var dots:
                return ($"You leave {DotsForm.Words(dots)} unused", $"go back and use {(dots == 1 ? "it" : "them")}");
            case BallotMethod.Pick when ballot.MostPicks - chosen.Count is > 0 and var picks && chosen.Count < ballot.Priorities.Count:
                return (Inv($"You could pick {picks} more"), "go back and do so");
            case BallotMethod.Rank when ballot.Priorities.Count - chosen.Count is > 0 and var left:
                return (Inv($"You leave {left} out: {(left == 1 ? "it comes" : "they share the place")} after all you put in order"), $"go back and place {(left == 1 ? "it" : "them")}");
            case BallotMethod.Budget when ballot.Budget - chosen.Sum(id => CostOf(ballot, id)) is > 0 and var money:
                return ($"You leave {Money.Words(money)} unspent", "go back and choose more");
            default:
                return null;
        }
    }

    private static string TitleOf(Ballot ballot, long id) => ballot.Priorities.Find(p => p.Id == id)?.Title ?? "";

    private static long CostOf(Ballot ballot, long id) => ballot.Priorities.Find(p => p.Id == id)?.Cost ?? 0;

    private static string Inv(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
