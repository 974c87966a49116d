using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>What pages say of each method, in one place: a sentence on how it works, the way in, and what was chosen.</summary>
public static class BallotWords
{
    /// <summary>How the method works, in one sentence (rule R-F35).</summary>
    public static string Sentence(BallotMethod method) => method switch
    {
        BallotMethod.Support => "Everybody ticks what they support, as much as they like, and what most people support comes first.",
        BallotMethod.Dots => "Everybody has the same number of dots to share out, and what gets the most dots comes first.",
        BallotMethod.Pick => "Everybody picks up to the same number of things, and what most people pick comes first.",
        BallotMethod.Rank => "Everybody puts things in order, and we compare them two by two: what more people put above each of the others comes first.",
        BallotMethod.AgreeDisagreePass => "Everybody agrees, disagrees or passes on one statement at a time, and we show what nearly all agree on and which groups of people think alike.",
        _ => "Everybody chooses projects that fit the budget, and each has an equal share of the money for what they chose: a project goes ahead when those who chose it can pay for it together.",
    };

    /// <summary>What to do, at the top of the voting page.</summary>
    public static string Lead(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Support => "Tick everything you support, as many as you like.",
        BallotMethod.Dots => Inv($"You have {DotsForm.Words(ballot.DotsEach)}. Put them on what matters most to you: up to {ballot.MostOnOne} on any one. You do not have to use them all."),
        BallotMethod.Pick => Inv($"Pick up to {ballot.MostPicks}: what matters most to you."),
        BallotMethod.Rank => "Put what matters most to you first, then what comes after it. You can leave out what you do not mind about.",
        BallotMethod.AgreeDisagreePass => "You see one statement at a time. Say whether you agree or disagree, or pass if you are not sure. Stop when you like and come back to the rest.",
        _ => $"There is {Money.Words(ballot.Budget)} to spend. Choose the projects you would pay for, as long as they fit.",
    };

    /// <summary>The verb that leads to it.</summary>
    public static string WayIn(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Support => "Support what you like",
        BallotMethod.Dots => "Choose your priorities",
        BallotMethod.Pick => Inv($"Pick up to {ballot.MostPicks}"),
        BallotMethod.Rank => "Put them in order",
        BallotMethod.AgreeDisagreePass => "Agree or disagree",
        _ => "Fill the budget",
    };

    /// <summary>The heading over what it offers, for those who only read.</summary>
    public static string Offers(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Rank => "What you can put in order",
        BallotMethod.AgreeDisagreePass => "What people can agree or disagree with",
        BallotMethod.Budget => "What the money could pay for",
        _ => "What you can choose from",
    };

    /// <summary>The link to what came of it.</summary>
    public static string SeeResults(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.AgreeDisagreePass => "See what people agree on",
        BallotMethod.Budget => "See what people would pay for",
        BallotMethod.Rank => "See the order people put them in",
        BallotMethod.Dots => "See which priorities people chose",
        _ => "See what people chose",
    };

    /// <summary>Why a ballot asks for more than an e-mail address; nothing where it does not.</summary>
    public static string Asks(Ballot ballot) => ballot.WhoMayVote switch
    {
        VoterTier.PostcodeInArea => $"This vote is for people who live in {ballot.Consultation.Area.Name}, so we ask for your postcode once before you vote.",
        VoterTier.LetterCode => "This vote is for those we wrote to, so we ask for the code in our letter once before you vote.",
        _ => "",
    };

    /// <summary>What to do first where nothing was chosen.</summary>
    public static string Nothing(BallotMethod method) => method switch
    {
        BallotMethod.Rank => "Put at least one in its place: 1 is what matters most to you",
        BallotMethod.Budget => "Choose at least one project to pay for",
        BallotMethod.Pick => "Pick at least one",
        _ => "Tick at least one that you support",
    };

    /// <summary>A mark as a word.</summary>
    public static string Mark(int value) => value switch { > 0 => "Agree", < 0 => "Disagree", _ => "Pass" };

    /// <summary>What was chosen, line by line, to check before it is confirmed.</summary>
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
