using CommunityVoice.Discussion;
using CommunityVoice.Search;

namespace CommunityVoice.Web.Wiring;

/// <summary>What talking and finding are made of.</summary>
public static class DiscussionSetup
{
    public static void AddDiscussion(this IServiceCollection services)
    {
        services.AddScoped<Authors>();
        services.AddScoped<Conversation>();
        services.AddScoped<SearchIndex>();
        services.AddScoped<ISearch, DatabaseSearch>();
    }
}
