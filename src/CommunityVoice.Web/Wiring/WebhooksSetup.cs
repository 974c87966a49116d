using System.Net;
using CommunityVoice.Web.Background;
using CommunityVoice.Web.Pages.Manage.Webhooks;
using CommunityVoice.Webhooks;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>What telling other systems is made of.</summary>
public static class WebhooksSetup
{
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection("Webhooks"))
            .Validate(webhooks => webhooks.IsRight, "Webhooks:AllowedHosts needs names of hosts in full, such as hooks.example.org.").ValidateOnStart();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton(provider => new WebhookClient(GuardedHandler.Make(Dns.GetHostAddressesAsync), provider.GetRequiredService<IOptions<WebhookOptions>>()));
        services.AddScoped<WebhookNews>();
        services.AddScoped<WebhookSender>();
        services.AddScoped<WebhookDesk>();
        services.AddHostedService<WebhookLoop>();
    }
}
