namespace CommunityVoice.Voting;

/// <summary>How an answer or a ballot form reached us from outside the site.</summary>
public enum EntryChannel
{
    Paper,
    Phone,
    InPerson,
    Meeting,
    Email,
    Post,
}

/// <summary>The words for each way.</summary>
public static class EntryChannelWords
{
    /// <summary>For what was said on the site itself.</summary>
    public const string OnTheSite = "On this site";

    public static string Word(this EntryChannel channel) => channel switch
    {
        EntryChannel.Paper => "On paper",
        EntryChannel.Phone => "By phone",
        EntryChannel.InPerson => "In person",
        EntryChannel.Meeting => "At a meeting",
        EntryChannel.Email => "By e-mail",
        _ => "By post",
    };

    /// <summary>Within a sentence: "on paper".</summary>
    public static string Within(this EntryChannel channel) => channel.Word() is var word ? char.ToLowerInvariant(word[0]) + word[1..] : "";
}
