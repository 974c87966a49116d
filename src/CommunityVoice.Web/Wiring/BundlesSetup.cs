using CommunityVoice.Bundles;

namespace CommunityVoice.Web.Wiring;

/// <summary>Taking a whole place from one site to another.</summary>
public static class BundlesSetup
{
    public static void AddBundles(this IServiceCollection services) =>
        services.AddScoped<PlaceExport>().AddScoped<PlaceImport>();
}
