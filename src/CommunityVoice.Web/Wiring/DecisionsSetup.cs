using CommunityVoice.Bodies;
using CommunityVoice.Chains;
using CommunityVoice.Decisions;
using CommunityVoice.Web.Pages.Manage.Decisions;

namespace CommunityVoice.Web.Wiring;

/// <summary>Decision records, their clock, and what came of what was said.</summary>
public static class DecisionsSetup
{
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddScoped<NamedDeciders>();
        services.AddScoped<Deciders>();
        services.AddScoped<DecisionLetters>();
        services.AddScoped<DecisionDesk>();
        services.AddScoped<DecisionReminders>();
        services.AddScoped<RemitReminders>();
        services.AddScoped<DecisionAtHand>();
        services.AddScoped<YouSaid>();
        services.AddScoped<DecisionReadings>();
        services.AddScoped<DecisionLog>();
        services.AddScoped<Pages.Decisions.DecisionPages>();
        services.AddScoped<GoldenThreads>();
        services.AddScoped<RelatedThings>();
    }
}
