using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Opinion;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>Says how votes are counted, in words that nobody needs to have studied for.</summary>
public static class CountWords
{
    /// <summary>How it is counted, in a few sentences.</summary>
    public static string HowCounted(this Ballot ballot) => ballot.Method switch
    {
        BallotMethod.Dots => $"Everybody had {DotsForm.Words(ballot.DotsEach)} and could put up to {ballot.MostOnOne} on one thing. What got the most dots comes first. With equal dots, what more people put a dot on comes first; if that is equal too, they share the place. A share is the people who put at least one dot on it, of everybody whose choices count.",
        BallotMethod.Pick => $"Everybody could pick up to {ballot.MostPicks}. What most people picked comes first; equal numbers share the place. A share is the people who picked it, of everybody whose choices count.",
        BallotMethod.Support => "Everybody could support as many as they liked, each once. What most people support comes first; equal numbers share the place. A share is the people who support it, of everybody whose choices count.",
        BallotMethod.Rank when ballot.Winners > 1 => $"Everybody put the options in their own order. {ballot.Winners} are chosen by single transferable vote: your paper helps your first choice, and what that choice does not need, or cannot use, goes on to your next. So each large enough group of people gets somebody of its own.",
        BallotMethod.Rank => "Everybody put the options in their own order. Each two options are compared: which of them do more people put higher? An option stands above another when its strongest chain of such wins is the stronger one (Schulze’s method). Options that somebody left out share that person’s last place.",
        BallotMethod.Budget => $"Everybody chose projects within {Money.Words(ballot.Budget)}. Then each person counts as holding an equal share of the money. People who chose the same project pay for it together out of their shares, the best value first; a project that its supporters can pay for goes ahead (Method of Equal Shares). {ballot.Completion.Word()}. So no group’s choices take all of the money.",
        _ => "Everybody saw statements one at a time and agreed, disagreed or passed. A share is the people who agree, of those who saw the statement. Statements stand in the order of the lower end of what chance allows, so that one person of one never comes before ninety of a hundred. People who answered alike are put in a group by their answers alone; the same answers always give the same groups.",
    };

    /// <summary>The name of a reading and, after a colon, what it does.</summary>
    public static (string Name, string Does) Reading(string key) => key switch
    {
        RankDetail.Schulze => ("Pair by pair", "strongest chain of wins (Schulze)"),
        RankDetail.RankedPairs => ("Clearest wins first", "wins are kept from the clearest down (ranked pairs)"),
        RankDetail.BordaCount => ("Points", "more points for higher places (Borda)"),
        RankDetail.InstantRunOff => ("Run-off", "the last goes out, round by round (instant run-off)"),
        RankDetail.Transferable => ("Several chosen", "spare votes go on to next choices (single transferable vote)"),
        BudgetDetail.EqualShares => ("By equal shares", "supporters pay together; a pound is a pound"),
        BudgetDetail.OnePerProject => ("By equal shares, small first", "supporters pay together; each project counts as one, whatever it costs"),
        BudgetDetail.ByVotes => ("By most votes", "the most chosen that fits, then the next"),
        _ => ("By sharing the load", "each supporter carries an even part of the cost (Phragmén)"),
    };

    /// <summary>Why a project was not paid for.</summary>
    public static string Why(ProjectDetail project) => project.Why switch
    {
        NotFunded.NoSupporter => "Nobody chose it.",
        NotFunded.SupportersCouldNotPay => $"Its supporters had {Pence(project.CouldRaise ?? 0)} left between them, which is too little.",
        NotFunded.DidNotFit => "It costs more than was left.",
        _ => "The money had ended before its turn.",
    };

    /// <summary>Who paid, in one sentence: "412 people paid £24.27 each and 3 paid £10".</summary>
    public static string Paid(ProjectDetail project) => project.Stage == BudgetStage.Votes || project.Paid.Count == 0
        ? "Paid from what was left, since most people chose it."
        : $"{string.Join(", ", project.Paid.Take(3).Select(p => $"{People(p.People)} paid {Pence(p.Each)}{(p.People == 1 ? "" : " each")}"))}{(project.Paid.Count > 3 ? $", and {People(project.Paid.Skip(3).Sum(p => p.People))} paid less" : "")}.";

    /// <summary>Why there are no opinion groups.</summary>
    public static string NoGroups(NoGroupsReason reason) => reason switch
    {
        NoGroupsReason.TooFewStatements => "There are too few statements for groups.",
        NoGroupsReason.TooFewPeople => "Too few people have answered enough statements for groups yet.",
        NoGroupsReason.AllAlike => "People answered so much alike that there are no groups.",
        _ => "No two groups are large enough to be shown.",
    };

    /// <summary>"£24.27" of pence with parts of a penny.</summary>
    public static string Pence(decimal pence) => Money.Words((long)Math.Round(pence, MidpointRounding.AwayFromZero));

    private static string People(long people) => people == 1 ? "1 person" : string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{people:N0} people");
}
