using System.Security.Claims;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests;

/// <summary>The whole site in this process, on a database of its own and a clock that tests move. Background loops do not run; tests call their work.</summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly HashSet<object> saved = new(ReferenceEqualityComparer.Instance);
    private readonly string folder = Directory.CreateTempSubdirectory("communityvoice-site-").FullName;
    private SiteDatabase? database;

    public FakeClock Clock { get; } = new();

    /// <summary>What configures another process of the site to use the same database.</summary>
    public Dictionary<string, string> DatabaseSettings => database!.Settings;

    /// <summary>What the site logged as errors.</summary>
    public FaultLog Faults { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public async Task InitializeAsync() => database = await MakeDatabaseAsync();

#pragma warning disable CA1816 // the disposing that it calls has done so
    async Task IAsyncLifetime.DisposeAsync()
#pragma warning restore CA1816
    {
        await DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Saves what is new among these and everything they refer to; answers the first.</summary>
    public async Task<T> SaveAsync<T>(T thing, params object[] others)
        where T : class
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        foreach (var one in others.Prepend(thing))
        {
            db.ChangeTracker.TrackGraph(one, node => node.Entry.State = saved.Add(node.Entry.Entity) ? EntityState.Added : EntityState.Unchanged);
        }
        await db.SaveChangesAsync();
        return thing;
    }

    /// <summary>Asks the database, or a class of the domain that needs it, as a request would.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> AskAsync<T>(Func<CommunityVoiceDb, Task<T>> ask) => AskAsync<CommunityVoiceDb, T>(ask);

    /// <summary>Has a class of the domain do something, as a background loop would.</summary>
    public Task DoAsync<TService>(Func<TService, Task> work)
        where TService : notnull =>
        AskAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    /// <summary>The letters written to an address so far, oldest first, with those that votes still owed.</summary>
    public async Task<List<Letter>> LettersToAsync(string email)
    {
        await DoAsync<ReceiptLetters>(letters => letters.WriteOwedAsync(default));
        return await AskAsync(db => db.Letters.AsNoTracking().Where(l => l.To == email).OrderBy(l => l.WrittenAt).ThenBy(l => l.Id).ToListAsync());
    }

    /// <summary>The letter with news that the next morning brings to an address; none where there is nothing to tell. Only the first call is of the next morning.</summary>
    public async Task<Letter?> MorningLetterToAsync(string email)
    {
        await AskAsync<Digest, int>(d => d.WriteDueAsync(UkTime.EndOf(UkTime.Day(Now)).AddHours(9), default));
        return (await LettersToAsync(email)).SingleOrDefault(l => l.Kind == Digest.Kind);
    }

    /// <summary>The session cookie that signing in would set: made by the site's own parts, so that no door is left open for tests.</summary>
    internal async Task<(string Name, string Value)> SessionAsync(Guid personId, bool secondFactor)
    {
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var person = await services.GetRequiredService<UserManager<Person>>().FindByIdAsync($"{personId}")
            ?? throw new InvalidOperationException("Save the person before they open a browser.");
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        if (secondFactor) ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(PersonClaims.SecondFactor, "1"));
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var times = new AuthenticationProperties { IssuedUtc = Now, ExpiresUtc = Now + cookie.ExpireTimeSpan };
        return (cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(new AuthenticationTicket(principal, times, IdentityConstants.ApplicationScheme)));
    }

    /// <summary>Empty, unless a site begins with more.</summary>
    protected virtual Task<SiteDatabase> MakeDatabaseAsync() => SiteDatabase.CloneAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Neither Development nor Production: cookies are locked to https, and no demo place is loaded.
        builder.UseEnvironment("Test");
        foreach (var (name, value) in database!.Settings) builder.UseSetting(name, value);
        builder.UseSetting("OpenData:RequestsPerMinute", "100000"); // tests read it all in a minute
        builder.UseSetting("Mail:PickupFolder", Path.Combine(folder, "letters"));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Faults));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            foreach (var loop in services.Where(IsOurLoop).ToList()) services.Remove(loop);
            KnownPages.Share(services);
        });
    }

    private static bool IsOurLoop(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly == typeof(Program).Assembly;
}

/// <summary>A test with a site of its own.</summary>
public abstract class SiteTest : IAsyncLifetime
{
    protected Site Site { get; } = new();

    public virtual Task InitializeAsync() => Site.InitializeAsync();

    public virtual Task DisposeAsync() => ((IAsyncLifetime)Site).DisposeAsync();
}
