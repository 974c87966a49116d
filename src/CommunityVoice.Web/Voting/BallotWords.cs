using System.Globalization;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>What pages say of a ballot and of who votes, whatever the method.</summary>
public static class BallotWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>How it stands now.</summary>
    public static string State(this Ballot ballot, DateTimeOffset now) =>
        ballot.Consultation.PublishedAt is null ? "Not public yet"
        : ballot.HasEndedAt(now) ? "Closed"
        : ballot.TakesVotesAt(now) ? "Open"
        : string.Create(British, $"Opens {UkTime.Day(ballot.OpensAt):d MMMM}");

    /// <summary>Why it asks for more than an e-mail address; nothing where it does not.</summary>
    public static string Asks(this Ballot ballot) => ballot.WhoMayVote switch
    {
        VoterTier.PostcodeInArea => $"This vote is for people who live in {ballot.Consultation.Area.Name}, so we ask for your postcode once before you vote.",
        VoterTier.LetterCode => "This vote is for those we wrote to, so we ask for the code in our letter once before you vote.",
        _ => "",
    };

    /// <summary>Who may vote at least.</summary>
    public static string Word(this VoterTier tier) => tier switch
    {
        VoterTier.EmailConfirmed => "Anyone who confirms an e-mail address",
        VoterTier.PostcodeInArea => "Who also gives a postcode in the area",
        VoterTier.LetterCode => "Who has a code from a letter",
        _ => "On a form that staff enter",
    };

    /// <summary>How those who voted showed that they may; none for those who were changing their choices when it was counted.</summary>
    public static string ShownBy(string tier) => BallotTables.WayOf(tier) is { } way ? $"Told us {way.Within()}, and staff entered it" : (Enum.TryParse<VoterTier>(tier, out var known) ? known : (VoterTier?)null) switch
    {
        VoterTier.EmailConfirmed => "Confirmed an e-mail address",
        VoterTier.PostcodeInArea => "Gave a postcode in the area",
        VoterTier.LetterCode => "Used a code from a letter",
        VoterTier.EnteredByStaff => "Filled in a form that staff entered",
        _ => "Changing their choices just now",
    };

    public static string Word(this PriorityOrigin origin) => origin switch
    {
        PriorityOrigin.Comment => "from a comment",
        PriorityOrigin.Idea => "from somebody’s idea",
        PriorityOrigin.Theme => "from a theme of what was said",
        PriorityOrigin.FrameworkItem => "from the framework",
        _ => "written for this ballot",
    };
}
