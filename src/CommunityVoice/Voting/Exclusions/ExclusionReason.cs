namespace CommunityVoice.Voting;

/// <summary>Why papers are left out of a count. The code of each stands in the public record, so it never changes.</summary>
public enum ExclusionReason
{
    SamePerson,
    NotEntitled,
    ThrowAwayAddress,
    Program,
    Test,
}

/// <summary>The words and codes of reasons.</summary>
public static class ExclusionWords
{
    /// <summary>As a sentence's ending: "left out because …".</summary>
    public static string Word(this ExclusionReason reason) => reason switch
    {
        ExclusionReason.SamePerson => "one person seems to have cast several",
        ExclusionReason.NotEntitled => "this vote is not open to whoever cast it",
        ExclusionReason.ThrowAwayAddress => "the e-mail address was made up or thrown away after use",
        ExclusionReason.Program => "a program seems to have cast it",
        _ => "it was a test by staff",
    };

    /// <summary>What stands in the record after the exclamation mark.</summary>
    public static string Code(this ExclusionReason reason) => reason switch
    {
        ExclusionReason.SamePerson => "same-person",
        ExclusionReason.NotEntitled => "not-entitled",
        ExclusionReason.ThrowAwayAddress => "throw-away-address",
        ExclusionReason.Program => "program",
        _ => "test",
    };

    /// <summary>The words for a code of a record, which may be newer than this program.</summary>
    public static string OfCode(string code) =>
        Enum.GetValues<ExclusionReason>().Cast<ExclusionReason?>().FirstOrDefault(r => r!.Value.Code() == code)?.Word() ?? code;
}
