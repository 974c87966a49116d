using CommunityVoice.Elements;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Pages.Account.Skills;
using CommunityVoice.Web.Pages.Manage.Elements;
using CommunityVoice.Web.Pages.Manage.Strategies;
using CommunityVoice.Web.Strategies;

namespace CommunityVoice.Web.Wiring;

/// <summary>Strategies, their authors' pages, and the money beside the voice.</summary>
public static class StrategiesSetup
{
    public static void AddStrategies(this IServiceCollection services)
    {
        services.AddScoped<Exemplars>();
        services.AddScoped<StrategyDrafts>();
        services.AddScoped<CoAuthoring>();
        services.AddScoped<TransferDesk>();
        services.AddScoped<TransferLedgers>();
        services.AddScoped<NeedsDesk>();
        services.AddScoped<VoiceShares>().AddScoped<StrategyVoices>();
        services.AddScoped<StrategyLines>();
        services.AddScoped<MoneyRollUps>();
        services.AddScoped<Spendings>();
        services.AddScoped<VoiceBodies>();
        services.AddScoped<StrategyReadings>();
        services.AddScoped<StrategyWordFile>();
        services.AddScoped<StrategyAtHand>();
        services.AddScoped<StrategyChoices>();
        services.AddScoped<ActionOwners>();
        services.AddScoped<SkillOffers>();
        services.AddScoped<SkillMatches>();
        services.AddScoped<Helping>();
        services.AddScoped<ElementDesk>();
        services.AddScoped<ElementChoices>();
        services.AddSingleton<ServiceIds>();
        services.AddScoped<ServiceDirectory>();
        services.AddScoped<Gaps>();
        services.AddScoped<OfferChoices>();
    }
}
