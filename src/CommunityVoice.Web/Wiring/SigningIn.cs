using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Background;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Wiring;

/// <summary>Signing in by link, code and second factor, and what sessions rest on.</summary>
public static class SigningIn
{
    public static void AddSigningIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<ServerKeys>();
        services.AddScoped<SignIns>();
        services.AddScoped<Profiles>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<RequestCookie>();
        services.AddScoped<Sessions>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Arrival>();
        services.AddScoped<Contributions>();
        services.AddScoped<EmailChanges>();
        services.AddScoped<PersonalData>();
        services.AddScoped<Leaving>();
        services.AddScoped<Memberships>();
        services.AddScoped<Invitations>();
        services.AddScoped<ManagedBodies>();
        services.AddScoped<DemoRoles>();
        if (!environment.IsDevelopment()) services.Configure<RazorPagesOptions>(pages => pages.Conventions.Add(new OnlyInDevelopment()));
        services.AddHostedService<TidyingLoop>();
        services.Configure<SecurityStampValidatorOptions>(Sessions.Shape);
    }
}
