using CommunityVoice.Notifications;
using CommunityVoice.Web.Background;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>Letters: the outbox, what carries them, and the address their links begin with.</summary>
public static class Mail
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateDataAnnotations()
            .Validate(mail => mail.Notify.IsRight, "Mail:Notify needs Key as the service hands it out, TemplateId and, where it is not GOV.UK Notify, Address with https.")
            .Validate(mail => !mail.Notify.IsUsed || string.IsNullOrEmpty(mail.Smtp.Host), "Mail:Notify:Key and Mail:Smtp:Host are both set: letters go one way.")
            .ValidateOnStart();
        services.AddOptions<MailOptions>().PostConfigure<IOptions<SiteOptions>>((mail, site) =>
        {
            mail.PickupFolder = Path.GetFullPath(mail.PickupFolder, environment.ContentRootPath);
            if (mail.FromName.Length == 0) mail.FromName = site.Value.Name;
        });
        services.AddSingleton<LetterBell>();
        services.AddScoped<Letters>();
        services.AddScoped<LetterSender>();
        services.AddScoped<Deliveries>();
        services.AddHostedService<LetterLoop>();
        services.AddSingleton<IMailer>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value switch
        {
            { Notify.IsUsed: true } => ActivatorUtilities.CreateInstance<NotifyMailer>(provider),
            { Smtp.Host.Length: > 0 } => ActivatorUtilities.CreateInstance<SmtpMailer>(provider),
            _ => ActivatorUtilities.CreateInstance<PickupMailer>(provider),
        });
        services.AddSingleton(provider =>
        {
            Uri? own = null; // known once the server listens, and the same from then on
            return new SiteAddress(() =>
            {
                if ((provider.GetRequiredService<IOptions<SiteOptions>>().Value.Address ?? own) is { } known) return known;
                var address = OwnAddress(provider.GetRequiredService<IServer>());
                if (address is { Port: > 0 }) own = address;
                return address ?? new Uri("https://localhost/");
            });
        });
    }

    /// <summary>What the server itself listens on, said as a name that a browser on this machine can open.</summary>
    private static Uri? OwnAddress(IServer server)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null) return null;
        var own = BindingAddress.Parse(address);
        var host = own.Host is "+" or "*" or "[::]" or "0.0.0.0" or "127.0.0.1" or "[::1]" ? "localhost" : own.Host;
        return new UriBuilder(own.Scheme, host, own.Port).Uri;
    }
}
