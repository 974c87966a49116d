using CommunityVoice.Decisions;

namespace CommunityVoice.Web;

/// <summary>The words for how something was answered.</summary>
public static class YouSaidWords
{
    public static string Of(CardState state) => state switch
    {
        CardState.Accepted => "Accepted",
        CardState.Partly => "Accepted in part",
        CardState.NotAccepted => "Not accepted",
        _ => "No answer yet",
    };
}
