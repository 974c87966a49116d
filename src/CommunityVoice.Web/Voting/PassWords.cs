using System.Globalization;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>What to do when a postcode or a code was not taken.</summary>
public static class PassWords
{
    public static string OfPostcode(this PassOutcome outcome, Ballot ballot) => outcome switch
    {
        PassOutcome.NotKnown => "We do not know this postcode. Check it, or ask us to help at the address on our contact page",
        PassOutcome.Elsewhere => $"This postcode lies outside {ballot.Consultation.Area.Name}, and this vote is for people who live there. You can still say what you think in a comment",
        _ => "Enter a whole postcode, like QV4 2AB",
    };

    public static string OfCode(this PassOutcome outcome) => outcome switch
    {
        PassOutcome.NotKnown => "We have no such code for this vote. Check it letter by letter",
        PassOutcome.Spent => "This code was used already, or its letter was called back. Ask us for another",
        PassOutcome.TooMany => string.Create(CultureInfo.InvariantCulture, $"You have entered {CodeTries.MostWrong} wrong codes in an hour. Wait an hour and try again, or ask us for help"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Enter a code of {VotingCodes.Length} letters and numbers, like 7QFK-2M9X-4T0A"),
    };
}
