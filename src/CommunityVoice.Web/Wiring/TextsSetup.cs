using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Web.Background;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>Text messages: the outbox, what carries them, and the numbers they go to. Without a section "Sms" there are none.</summary>
public static class TextsSetup
{
    public static void AddTexts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<SmsOptions>().Bind(configuration.GetSection("Sms"))
            .Validate(sms => sms.Notify.IsRight, "Sms:Notify needs Key as the service hands it out, TemplateId and, where it is not GOV.UK Notify, Address with https.")
            .ValidateOnStart();
        services.AddOptions<SmsOptions>().PostConfigure<IOptions<SiteOptions>>((sms, site) =>
        {
            if (!string.IsNullOrEmpty(sms.PickupFolder)) sms.PickupFolder = Path.GetFullPath(sms.PickupFolder, environment.ContentRootPath);
            if (sms.Name.Length == 0) sms.Name = site.Value.Name;
        });
        services.AddSingleton<TextBell>();
        services.AddScoped<Texts>();
        services.AddScoped<TextSender>();
        services.AddScoped<Phones>();
        services.AddHostedService<TextLoop>();
        services.AddSingleton<ISms>(provider => provider.GetRequiredService<IOptions<SmsOptions>>().Value.Notify.IsUsed
            ? ActivatorUtilities.CreateInstance<NotifySms>(provider)
            : ActivatorUtilities.CreateInstance<PickupSms>(provider));
    }
}
