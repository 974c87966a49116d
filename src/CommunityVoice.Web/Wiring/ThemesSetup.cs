using CommunityVoice.Themes;
using CommunityVoice.Web.Background;

namespace CommunityVoice.Web.Wiring;

/// <summary>Lists of themes, coding one by one and by two people apart, and comparing comments with each other.</summary>
public static class ThemesSetup
{
    public static void AddThemes(this IServiceCollection services)
    {
        services.AddScoped<ThemeLists>();
        services.AddScoped<OneByOne>();
        services.AddScoped<DoubleCodings>();
        services.AddScoped<Comparing>();
        services.AddHostedService<ComparingLoop>();
    }
}
