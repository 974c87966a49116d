using CommunityVoice.Data;
using CommunityVoice.Web.Background;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Benchmarks;

/// <summary>The whole site on a loopback port in this process, with an empty database of its own: on SQLite, unless a connection string to PostgreSQL is given.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication running;
    private readonly string home;

    private RunningSite(WebApplication running, string home) => (this.running, this.home) = (running, home);

    public Uri Address => new(running.Urls.Single());

    public IServiceProvider Services => running.Services;

    public static async Task<RunningSite> StartAsync(string? postgres = null, bool sendsLetters = true)
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-benchmark-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "CommunityVoice.Web",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Benchmark",
            Args =
            [
                "--urls", "http://127.0.0.1:0",
                "--Database:Provider", postgres is null ? nameof(DatabaseProvider.Sqlite) : nameof(DatabaseProvider.Postgres),
                "--Database:ConnectionString", postgres ?? $"Data Source={Path.Combine(folder, "benchmark.db")}",
                "--Mail:PickupFolder", Path.Combine(folder, "letters"),
            ],
        });
        builder.AddCommunityVoice();
        builder.Logging.ClearProviders();
        if (!sendsLetters) builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(LetterLoop)));
        var app = builder.Build();
        app.UseCommunityVoice();
        await app.Services.MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        return new RunningSite(app, folder);
    }

    public async Task<T> AskAsync<T>(Func<CommunityVoiceDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await running.StopAsync();
        await running.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }
}
