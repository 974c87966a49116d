using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using CommunityVoice.Themes;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Pages.Manage.Bodies;
using CommunityVoice.Web.Pages.Manage.Elections;
using CommunityVoice.Web.Pages.Moderation;
using CommunityVoice.Web.Sitemaps;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>What the site is made of.</summary>
public static class Services
{
    public static void AddCommunityVoice(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        builder.AddLogging();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddCommunityVoiceDatabase(builder.Configuration, builder.Environment);
        services.AddCapabilities();
        services.AddVoting();
        services.AddThemes();
        services.AddSummaries();
        services.AddRecommendations(builder.Configuration, builder.Environment);
        services.AddStrategies();
        services.AddReviews();
        services.AddOpenData(builder.Configuration);
        services.AddDecisions();
        services.AddFollows();
        services.AddWebhooks(builder.Configuration);
        services.AddAccounts(builder.Environment);
        services.AddKeyProtection(builder.Configuration, builder.Environment);
        services.AddSigningIn(builder.Environment);
        services.AddPages(builder.Configuration, builder.Environment);
        services.AddContent();
        services.AddDiscussion();
        services.AddBundles();
        services.AddMail(builder.Configuration, builder.Environment);
        services.AddTexts(builder.Configuration, builder.Environment);
        services.AddHealth();
        services.AddPageCache();
    }

    private static void AddCommunityVoiceDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database")).ValidateDataAnnotations().ValidateOnStart();
        services.PostConfigure<DatabaseOptions>(database =>
        {
            if (database.Provider != DatabaseProvider.Sqlite) return;
            var connection = new SqliteConnectionStringBuilder(database.ConnectionString);
            connection.DataSource = Path.GetFullPath(connection.DataSource, environment.ContentRootPath);
            database.ConnectionString = connection.ToString();
        });
        services.AddSingleton<WriteTurn>();
        services.AddSingleton<PageVersions>();
        // The options are the same for every request, and costly to put together.
        services.AddDbContext<CommunityVoiceDb>((provider, db) => db.UseProvider(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        services.AddScoped<Leases>();
    }

    /// <summary>The small domain classes that need the database.</summary>
    private static void AddCapabilities(this IServiceCollection services)
    {
        services.AddScoped<AreaTree>().AddScoped<OwnAreas>().AddScoped<AreaSuccession>().AddScoped<PostcodeLookup>().AddScoped<ElectionCalendar>();
        services.AddScoped<Successions>().AddScoped<HandingOver>().AddScoped<HandOverForm>();
        services.AddScoped<Permissions>();
        services.AddScoped<ConsultationDesk>().AddScoped<ReachPlan>().AddScoped<PeriodAtHand>().AddScoped<Addresses>().AddScoped<EventDesk>();
        services.AddScoped<Holding>().AddScoped<Reporting>().AddSingleton<Reporters>().AddScoped<ModerationQueue>().AddScoped<Deciding>().AddScoped<ModerationRecord>().AddSingleton<ModerationAtHand>().AddScoped<PrivateNotes>();
        services.AddScoped<ThemeList>().AddScoped<CodingList>().AddScoped<CodingDesk>().AddScoped<Stances>();
    }

    private static void AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<CommunityVoiceDb>().AddSignInManager().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Shape(CookieNames.Session, environment);
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/account/not-allowed";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = ValidateWhenDueAsync;
        });
        services.Configure<CookieTempDataProviderOptions>(notice => notice.Cookie.Shape(CookieNames.Notice, environment));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Shape(CookieNames.Antiforgery, environment));
        services.AddSingleton<IAuthorizationPolicyProvider, CapabilityPolicies>();
        services.AddScoped<IAuthorizationHandler, MayUseHandler>();
        services.AddScoped<IAuthorizationHandler, MayUseAnywhereHandler>();
    }

    // The check of a session against its person is due every half hour; what it is made of is costly to make, so only then is it made.
    private static Task ValidateWhenDueAsync(CookieValidatePrincipalContext session)
    {
        var options = session.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        var now = (options.TimeProvider ?? TimeProvider.System).GetUtcNow();
        var isDue = session.Properties.IssuedUtc is not { } issued || now - issued > options.ValidationInterval;
        return isDue ? SecurityStampValidator.ValidatePrincipalAsync(session) : Task.CompletedTask;
    }

    private static void AddPages(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddRazorPages().AddLook(configuration);
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddScoped<Sitemap>();
    }
}
