using CommunityVoice.Themes;

namespace CommunityVoice.Web.Themes;

/// <summary>What is said of themes of one name that share a row above places.</summary>
public static class ThemePartText
{
    /// <summary>"in 2 places and Two Rivers as a whole".</summary>
    public static string In(IReadOnlyList<ThemePart> parts)
    {
        var places = parts.Select(p => p.PlaceSlug).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var wholes = parts.Where(p => p.PlaceSlug is null).Select(p => $"{p.Area} as a whole");
        return $"in {string.Join(" and ", places == 0 ? wholes : wholes.Prepend(Words.Count(places, "place", "places")))}";
    }

    /// <summary>"Weirside (Rivermead)" of a theme of a ward.</summary>
    public static string Of(ThemePart part) => part.PlaceSlug is null || part.PlaceSlug == part.AreaSlug ? part.Area : $"{part.Area} ({part.Place})";
}
