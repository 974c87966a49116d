namespace CommunityVoice.Moderation;

/// <summary>How well the site knows whoever speaks (rule R-I105). It decides how many links wait for a look, and never whether somebody may speak.</summary>
public enum Trust
{
    /// <summary>Nothing of theirs has stood for a day, or something was removed lately.</summary>
    New,

    /// <summary>Something they said has stood for a day.</summary>
    Known,

    /// <summary>Speaks for an organisation whose standing staff checked: published first, checked after.</summary>
    Verified,
}

/// <summary>What each degree of trust may do before anybody looks.</summary>
public static class TrustRules
{
    /// <summary>How long something has to stand before its author is known.</summary>
    public static readonly TimeSpan StandsFor = TimeSpan.FromDays(1);

    /// <summary>For so long after a removal somebody is new again.</summary>
    public static readonly TimeSpan RemovalCounts = TimeSpan.FromDays(90);

    /// <summary>How many links may be published unread; no number where it does not matter.</summary>
    public static int? MostLinks(this Trust trust) => trust switch
    {
        Trust.New => 1,
        Trust.Known => 3,
        _ => null,
    };

    /// <summary>Whether an e-mail address or a phone number waits: organisations may say how to reach them, that is what they are here for.</summary>
    public static bool HidesContact(this Trust trust) => trust != Trust.Verified;
}
