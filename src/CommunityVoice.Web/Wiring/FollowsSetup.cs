using CommunityVoice.Consultations;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Web.Background;
using CommunityVoice.Web.Pages.Follows;

namespace CommunityVoice.Web.Wiring;

/// <summary>What following, and the letters with news, are made of.</summary>
public static class FollowsSetup
{
    public static void AddFollows(this IServiceCollection services)
    {
        services.AddScoped<Readers>();
        services.AddScoped<Following>();
        services.AddScoped<FollowTargets>();
        services.AddScoped<FollowList>();
        services.AddScoped<Newsletter>();
        services.AddScoped<ContributorNews>();
        services.AddScoped<CommentSteps>();
        services.AddScoped<RecommendationNews>();
        services.AddScoped<StrategyNews>();
        services.AddScoped<FollowedNews>();
        services.AddScoped<DigestLetters>();
        services.AddScoped<Digest>();
        services.AddScoped<RelatedConsultations>();
        services.AddHostedService<DigestLoop>();
    }
}
