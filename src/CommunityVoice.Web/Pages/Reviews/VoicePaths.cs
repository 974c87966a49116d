using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Web.TagHelpers;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>The addresses under which what was said in one voice can be read: "primary-care" of <c>PrimaryCare</c>.</summary>
internal static class VoicePaths
{
    public static string Of(Voice voice) => VoiceNames.Css(voice.ToString());

    /// <summary>The voice of an address; none of another.</summary>
    public static Voice? Find(string path) => Enum.GetValues<Voice>().Where(v => Of(v) == path).Select(v => (Voice?)v).FirstOrDefault();

    /// <summary>The figure with each voice leading to what was said in it, however few they are: all of it is public in its place.</summary>
    public static FigureData Link(FigureData heard, string slug) =>
        heard with { Rows = [.. heard.Rows.Select(r => Enum.TryParse<Voice>(r.Voice, out var voice) ? r with { Href = $"/reviews/{slug}/voices/{Of(voice)}" } : r)] };
}
