using CommunityVoice.Content;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>Reads our own pages and letters with the site's names filled in.</summary>
public static class ContentSetup
{
    public static void AddContent(this IServiceCollection services)
    {
        services.AddSingleton(provider => Words(provider.GetRequiredService<IOptions<SiteOptions>>().Value));
        services.AddSingleton(provider => ContentLibrary.Load(Paths.Content, provider.GetRequiredService<SiteWords>()));
        services.AddSingleton(provider => LetterTexts.Load(Paths.Content, provider.GetRequiredService<SiteWords>()));
    }

    /// <summary>Reads everything now: a text that lacks something should stop the start, not fail its first visitor.</summary>
    public static void ReadContent(this IServiceProvider services)
    {
        services.GetRequiredService<ContentLibrary>();
        services.GetRequiredService<LetterTexts>();
    }

    private static SiteWords Words(SiteOptions site)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["site.name"] = site.Name,
            ["site.place"] = site.Place,
            ["site.email"] = site.Email ?? "",
            ["site.phone"] = site.Phone ?? "",
        };
        foreach (var (name, label) in site.Labels) words[$"label.{char.ToLowerInvariant(name[0])}{name[1..]}"] = label;
        return new(words);
    }
}
