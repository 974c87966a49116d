using CommunityVoice.Themes;

namespace CommunityVoice.Web.Themes;

/// <summary>What is said of comments in nearly the same words.</summary>
public static class SameWordsText
{
    public static string Of(SameWords group) => group.People == 0
        ? $"{Words.Count(group.Comments, "point", "points")} of meetings say nearly the same"
        : $"{Words.Count(group.People, "person", "people")} sent nearly the same words";

    public static string Counted(SameWords group) => $"Counted {Words.Count(group.Comments, "time", "times")}, shown as one viewpoint";
}
