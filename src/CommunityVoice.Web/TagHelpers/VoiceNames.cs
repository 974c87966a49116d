using System.Text.RegularExpressions;
using CommunityVoice.People;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Turns the name of a voice, such as <c>CommunityGroup</c>, into words and into a class for its colour.</summary>
internal static partial class VoiceNames
{
    public static string Words(string voice) => Enum.TryParse<Voice>(voice, out var known) ? known.Word() : Spaced(voice);

    /// <summary>"SpeaksForOthers" as "Speaks for others".</summary>
    public static string Spaced(string name)
    {
        var words = BeforeCapital().Replace(name, " ").ToLowerInvariant();
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Css(string? voice) =>
        string.IsNullOrEmpty(voice) ? "other" : BeforeCapital().Replace(voice, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex BeforeCapital();
}
