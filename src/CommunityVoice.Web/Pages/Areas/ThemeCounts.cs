namespace CommunityVoice.Web.Pages.Areas;

/// <summary>How many themes an overview lists.</summary>
public static class ThemeCounts
{
    /// <summary>Themes with fewer comments stand in a list of their own, so that none is hidden by many.</summary>
    public const int Few = 5;

    public const int Most = 10;
}
