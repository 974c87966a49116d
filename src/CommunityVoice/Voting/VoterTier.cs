namespace CommunityVoice.Voting;

/// <summary>How much is known of whoever cast a paper, from least to most; shown with results, a count each (rule R-F32).</summary>
public enum VoterTier
{
    /// <summary>Confirmed an e-mail address.</summary>
    EmailConfirmed,

    /// <summary>Confirmed an e-mail address and gave a postcode in the area.</summary>
    PostcodeInArea,

    /// <summary>Used a code from a letter.</summary>
    LetterCode,

    /// <summary>Filled in a form that staff entered.</summary>
    EnteredByStaff,
}
