using CommunityVoice.Discussion;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What to do when a comment could not be published.</summary>
public static class PostOutcomeWords
{
    public static string Words(this PostOutcome outcome) => outcome switch
    {
        PostOutcome.TooMany => $"You have written {Conversation.MostAtOnce} comments in {Conversation.Spell.TotalMinutes:0} minutes. Wait a little, then publish this one: your words stay here",
        PostOutcome.NotTheirBody => "You do not act for that group any more. Choose who you are speaking for",
        PostOutcome.NoSuchSection => "The section you write about is gone. Copy your words and add them as a comment on the whole",
        PostOutcome.NothingToAnswer => "The comment you are answering is gone. Copy your words and add them as a comment of your own",
        PostOutcome.AreaEnded => "The area this listens to is no more, so nothing new can be added. Copy your words and add them where its page leads to",
        _ => "This has closed in the meantime, so nothing can be added",
    };
}
