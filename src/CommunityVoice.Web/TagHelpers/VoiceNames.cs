using CommunityVoice.People;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Turns the name of a voice, such as <c>CommunityGroup</c>, into words and into a class for its colour.</summary>
internal static class VoiceNames
{
    public static string Words(string voice) => Enum.TryParse<Voice>(voice, out var known) ? known.Word() : Spaced(voice);

    /// <summary>"SpeaksForOthers" as "Speaks for others".</summary>
    public static string Spaced(string name)
    {
        var words = Split(name, ' ');
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Css(string? voice) => string.IsNullOrEmpty(voice) ? "other" : Split(voice, '-');

    private static string Split(string name, char between) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(name[i - 1]) ? $"{between}{c}" : $"{c}")).ToLowerInvariant();
}
