using System.Text.RegularExpressions;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Turns the name of a voice, such as <c>CommunityGroup</c>, into words and into a class for its colour.</summary>
internal static partial class VoiceNames
{
    public static string Words(string voice)
    {
        var words = BeforeCapital().Replace(voice, " ").ToLowerInvariant();
        return words.Length == 0 ? "Other" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Css(string? voice) =>
        string.IsNullOrEmpty(voice) ? "other" : BeforeCapital().Replace(voice, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex BeforeCapital();
}
