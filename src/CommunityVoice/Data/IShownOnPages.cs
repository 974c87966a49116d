namespace CommunityVoice.Data;

/// <summary>
/// An entity that names the cached pages it appears on. A commit that changes it makes those pages be rendered anew;
/// a changed entity that names none of its own makes every page be.
/// </summary>
public interface IShownOnPages
{
    IEnumerable<string> PageTags { get; }
}

/// <summary>An entity that no cached page shows, such as a letter or a sign-in request.</summary>
public interface INeverOnCachedPages;

/// <summary>The tags that cached pages and entities share.</summary>
public static class PageTag
{
    /// <summary>Every page carries it: names of bodies, areas, settings.</summary>
    public const string Site = "site";

    public static string Consultation(long id) => $"consultation:{id}";
    public static string Area(long id) => $"area:{id}";
    public static string Ballot(long id) => $"ballot:{id}";
    public static string Summary(long id) => $"summary:{id}";
    public static string Strategy(long id) => $"strategy:{id}";
    public static string Review(long id) => $"review:{id}";

    /// <summary>Lists of consultations, summaries and ideas over the whole site: home, overview, feeds.</summary>
    public const string Lists = "lists";
}
