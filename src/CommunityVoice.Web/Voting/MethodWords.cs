using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>What pages say of each method, in one place: for voters, for readers of results and for staff.</summary>
public static class MethodWords
{
    /// <summary>The methods as they are offered: the simple ones first.</summary>
    public static IReadOnlyList<BallotMethod> All { get; } =
        [BallotMethod.Support, BallotMethod.Pick, BallotMethod.Dots, BallotMethod.Rank, BallotMethod.AgreeDisagreePass, BallotMethod.Budget];

    public static string Word(this BallotMethod method) => method switch
    {
        BallotMethod.Support => "Support",
        BallotMethod.Dots => "Dots",
        BallotMethod.Pick => "Pick a few",
        BallotMethod.Rank => "Put in order",
        BallotMethod.AgreeDisagreePass => "Agree or disagree",
        _ => "Share out a budget",
    };

    /// <summary>How the method works, in one sentence (rule R-F35).</summary>
    public static string Sentence(this BallotMethod method) => method switch
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
        BallotMethod.Dots => $"You have {DotsForm.Words(ballot.DotsEach)}. Put them on what matters most to you: up to {ballot.MostOnOne} on any one. You do not have to use them all.",
        BallotMethod.Pick => ballot.MostPicks == 1 ? "Pick the one that matters most to you." : $"Pick up to {ballot.MostPicks}: what matters most to you.",
        BallotMethod.Rank => "Put what matters most to you first, then what comes after it. You can leave out what you do not mind about.",
        BallotMethod.AgreeDisagreePass => "You see one statement at a time. Say whether you agree or disagree, or pass if you are not sure. Stop when you like and come back to the rest.",
        _ => $"There is {Money.Words(ballot.Budget)} to spend. Choose the projects you would pay for, as long as they fit.",
    };

    /// <summary>What to do with a pen: the same, except where paper has no buttons and adds nothing up.</summary>
    public static string LeadOnPaper(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Pick => ballot.MostPicks == 1 ? "Tick the one that you want most." : $"Tick up to {ballot.MostPicks}.",
        BallotMethod.Rank => "Write 1 beside what you want most, then 2, 3 and so on. What you leave out shares the last place.",
        BallotMethod.AgreeDisagreePass => "Say for each statement whether you agree or disagree, or pass.",
        BallotMethod.Budget => $"There is {Money.Words(ballot.Budget)}. Tick what you would pay for: together no more than that.",
        _ => ballot.Lead(),
    };

    /// <summary>The verb that leads to it.</summary>
    public static string WayIn(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Support => "Support what you like",
        BallotMethod.Dots => "Choose your priorities",
        BallotMethod.Pick => ballot.MostPicks == 1 ? "Pick one" : $"Pick up to {ballot.MostPicks}",
        BallotMethod.Rank => "Put them in order",
        BallotMethod.AgreeDisagreePass => BallotMethod.AgreeDisagreePass.Word(),
        _ => "Fill the budget",
    };

    /// <summary>What to do first where nothing was chosen.</summary>
    public static string Nothing(this BallotMethod method) => method switch
    {
        BallotMethod.Rank => "Put at least one in its place: 1 is what matters most to you",
        BallotMethod.Budget => "Choose at least one project to pay for",
        BallotMethod.Pick => "Pick at least one",
        _ => "Tick at least one that you support",
    };

    /// <summary>The heading over what it offers, for those who only read.</summary>
    public static string OfferHeading(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Rank => "What you can put in order",
        BallotMethod.AgreeDisagreePass => "What people can agree or disagree with",
        BallotMethod.Budget => "What the money could pay for",
        _ => "What you can choose from",
    };

    /// <summary>How many it offers, which are called options, projects or statements.</summary>
    public static string Offers(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.AgreeDisagreePass => Words.Count(ballot.Priorities.Count, "statement", "statements"),
        BallotMethod.Budget => Words.Count(ballot.Priorities.Count, "project", "projects"),
        _ => Words.Count(ballot.Priorities.Count, "option", "options"),
    };

    /// <summary>What staff set: "5 dots each, 3 at most on one".</summary>
    public static string Settings(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Dots => $"{DotsForm.Words(ballot.DotsEach)} each, {ballot.MostOnOne} at most on one",
        BallotMethod.Pick => $"Up to {ballot.MostPicks} each",
        BallotMethod.Rank => ballot.Winners == 1 ? "One is to be chosen" : $"{ballot.Winners} are to be chosen",
        BallotMethod.AgreeDisagreePass => ballot.TakesStatements ? "People may add statements of their own, which a moderator reads first" : "The statements are fixed",
        BallotMethod.Budget => $"{Money.Words(ballot.Budget)} to share out. {ballot.Completion.Word()}",
        _ => "As many as each person likes",
    };

    /// <summary>What is done with money that equal shares leave over.</summary>
    public static string Word(this SharesCompletion completion) => completion switch
    {
        SharesCompletion.None => "What is left over is kept",
        SharesCompletion.Greedy => "What is left over goes to what most people chose and still fits",
        SharesCompletion.AddOne => "Everybody’s share is raised by a pound at a time while the projects fit; what is left over then is kept",
        SharesCompletion.AddOneUntilExhaustive => "Everybody’s share is raised by a pound at a time until nothing more fits",
        _ => "Everybody’s share is raised by a pound at a time while the projects fit; what is left over then goes to what most people chose and still fits",
    };

    /// <summary>What each person could do, beside a result: "5 dots at most each".</summary>
    public static string Each(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Dots => $"{DotsForm.Words(ballot.DotsEach)} at most each",
        BallotMethod.Pick => $"up to {Words.Count(ballot.MostPicks, "pick", "picks")} each",
        BallotMethod.Support => "as many as they support",
        BallotMethod.Rank => "each in an order of their own",
        BallotMethod.Budget => $"each with {Money.Words(ballot.Budget)} to use",
        _ => "agree, disagree or pass on each statement",
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
}
