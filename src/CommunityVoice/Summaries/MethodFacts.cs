namespace CommunityVoice.Summaries;

/// <summary>How the comments were read and grouped.</summary>
public enum ReadingMethod
{
    ThemesByTwo,
    ThemesByOne,
    GivenThemes,
    NotGrouped,
}

/// <summary>Whether new comments still brought new themes at the end.</summary>
public enum Saturation
{
    Reached,
    NotReached,
    CannotTell,
}

/// <summary>How people felt about it, taken as a whole.</summary>
public enum Sentiment
{
    Positive,
    Mixed,
    Negative,
    Divided,
    CannotTell,
}

/// <summary>The words for what a report must say about its method (rule R-B15).</summary>
public static class MethodWords
{
    public static string Word(this ReadingMethod method) => method switch
    {
        ReadingMethod.ThemesByTwo => "Two people read the comments and agreed the themes",
        ReadingMethod.ThemesByOne => "One person read the comments and made the themes",
        ReadingMethod.GivenThemes => "Comments were put under themes that were there before",
        _ => "Comments were read and not grouped",
    };

    public static string Word(this Saturation saturation) => saturation switch
    {
        Saturation.Reached => "Saturation reached: the last comments brought no new themes",
        Saturation.NotReached => "Saturation not reached: new themes still came up at the end",
        _ => "Nobody can tell whether saturation was reached",
    };

    public static string Word(this Sentiment sentiment) => sentiment switch
    {
        Sentiment.Positive => "Mostly positive",
        Sentiment.Mixed => "Mixed",
        Sentiment.Negative => "Mostly negative",
        Sentiment.Divided => "Divided: some strongly for, some strongly against",
        _ => "Not judged",
    };
}

/// <summary>The words for sign-offs.</summary>
public static class SignOffWords
{
    public static string Word(this SignOff state) => state switch
    {
        SignOff.SignedThisText => "Signed",
        SignOff.SignedEarlierText => "Signed an earlier text",
        SignOff.Declined => "Does not sign",
        _ => "Not signed",
    };
}
