using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>What staff and voters read about each method, and about how a ballot stands.</summary>
public static class MethodWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

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

    /// <summary>The method in one sentence (rule R-F35).</summary>
    public static string Sentence(this BallotMethod method) => method switch
    {
        BallotMethod.Support => "Each person supports as many options as they like, and the option with most supporters comes first.",
        BallotMethod.Dots => "Each person spreads a few dots over the options, more dots on what matters more, and most dots come first.",
        BallotMethod.Pick => "Each person picks up to a number of options, and the option that most people picked comes first.",
        BallotMethod.Rank => "Each person puts options in order, and what most people prefer to each of the others comes first.",
        BallotMethod.AgreeDisagreePass => "Each person agrees, disagrees or passes on one statement at a time, which shows what people share and where they differ.",
        _ => "Each person chooses projects that fit the budget, and everybody’s equal share of the money pays for what they chose.",
    };

    /// <summary>What the voter is to do.</summary>
    public static string Instruction(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Support => "Tick everything that you support.",
        BallotMethod.Dots => $"You have {DotsForm.Words(ballot.DotsEach)}. Put them on what matters most to you: up to {ballot.MostOnOne} on any one. You do not have to use them all.",
        BallotMethod.Pick => ballot.MostPicks == 1 ? "Tick the one that you want most." : $"Tick up to {ballot.MostPicks}.",
        BallotMethod.Rank => "Write 1 beside what you want most, then 2, 3 and so on. What you leave out shares the last place.",
        BallotMethod.AgreeDisagreePass => "Say for each statement whether you agree or disagree, or pass.",
        _ => $"There is {Money.Words(ballot.Budget)}. Tick what you would pay for: together no more than that.",
    };

    /// <summary>What the method was told: "5 dots each, 3 at most on one".</summary>
    public static string Settings(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Dots => $"{DotsForm.Words(ballot.DotsEach)} each, {ballot.MostOnOne} at most on one",
        BallotMethod.Pick => $"Up to {ballot.MostPicks} each",
        BallotMethod.Rank => ballot.Winners == 1 ? "One is to be chosen" : $"{ballot.Winners} are to be chosen",
        BallotMethod.AgreeDisagreePass => ballot.TakesStatements ? "People may add statements of their own, which a moderator reads first" : "The statements are fixed",
        BallotMethod.Budget => $"{Money.Words(ballot.Budget)} to share out. {ballot.Completion.Word()}",
        _ => "As many as each person likes",
    };

    public static string Word(this SharesCompletion completion) => completion switch
    {
        SharesCompletion.None => "What is left over is kept",
        SharesCompletion.Greedy => "What is left over goes to what most people chose",
        SharesCompletion.AddOne => "Everybody’s share is raised step by step while the projects fit; what is left over then is kept",
        SharesCompletion.AddOneUntilExhaustive => "Everybody’s share is raised step by step until nothing more fits",
        _ => "Everybody’s share is raised step by step while the projects fit; what is left over then goes to what most people chose",
    };

    public static string Word(this VoterTier tier) => tier switch
    {
        VoterTier.EmailConfirmed => "Anyone who confirms an e-mail address",
        VoterTier.PostcodeInArea => "Who also gives a postcode in the area",
        VoterTier.LetterCode => "Who has a code from a letter",
        _ => "On a form that staff enter",
    };

    public static string Word(this PriorityOrigin origin) => origin switch
    {
        PriorityOrigin.Comment => "from a comment",
        PriorityOrigin.Idea => "from somebody’s idea",
        PriorityOrigin.Theme => "from a theme of what was said",
        PriorityOrigin.FrameworkItem => "from the framework",
        _ => "written for this ballot",
    };

    public static string Word(this EntryChannel channel) => channel switch
    {
        EntryChannel.Paper => "On paper",
        EntryChannel.Phone => "By phone",
        EntryChannel.InPerson => "In person",
        _ => "At a meeting",
    };

    /// <summary>What it offers is called options, projects or statements.</summary>
    public static string Offers(this Ballot ballot, int number) => ballot.Method switch
    {
        BallotMethod.AgreeDisagreePass => Words.Count(number, "statement", "statements"),
        BallotMethod.Budget => Words.Count(number, "project", "projects"),
        _ => Words.Count(number, "option", "options"),
    };

    /// <summary>How it stands now.</summary>
    public static string State(this Ballot ballot, DateTimeOffset now) =>
        ballot.Consultation.PublishedAt is null ? "Not public yet"
        : ballot.HasEndedAt(now) ? "Closed"
        : ballot.TakesVotesAt(now) ? "Open"
        : string.Create(British, $"Opens {UkTime.Day(ballot.OpensAt):d MMMM}");
}
