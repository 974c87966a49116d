using CommunityVoice.Content;

namespace CommunityVoice.Web;

/// <summary>Makes the words that our own texts may hold, such as <c>{{site.place}}</c>, of the site's settings.</summary>
public static class SiteWording
{
    public static SiteWords Words(this SiteOptions site)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["site.name"] = site.Name,
            ["site.place"] = site.Place,
            ["site.email"] = site.Email ?? "",
            ["site.phone"] = site.Phone ?? "",
            ["site.address"] = site.PostalAddress ?? "",
        };
        foreach (var (name, label) in site.Labels) words[$"label.{char.ToLowerInvariant(name[0])}{name[1..]}"] = label;
        return new SiteWords(words);
    }
}
