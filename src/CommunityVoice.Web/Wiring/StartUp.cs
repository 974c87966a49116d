using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>What happens before the first request: folders, migrations, content, and in Development the demo place.</summary>
public static class StartUp
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        EnsureAssets(app.Environment);
        app.EnsureKeysAreProtected();
        app.Services.ReadContent();
        await app.Services.MigrateAsync(CancellationToken.None);
        await app.Services.SaveContentAsync(withDemo: app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo", true), CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    /// <summary>Makes or updates the database; the site and every verb begin with it.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var db = scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>();
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
            Paths.EnsureWritable(Path.GetDirectoryName(file) ?? ".");
        }
        // Migrating compares the whole model with the last migration first, which takes longer than all else at a start that changes nothing.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
        // Readers never wait for the writer, and every commit is on disk before it is acknowledged.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
    }

    /// <summary>A site without its styles would start and look broken; better to say so.</summary>
    private static void EnsureAssets(IWebHostEnvironment environment)
    {
        if (!environment.WebRootFileProvider.GetFileInfo("css/site.css").Exists)
            throw new StartProblem("The site's styles and scripts are missing: install Node and build the site again, or start it from the folder it was published to.");
    }

    private static void Announce(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault() ?? "";
        Console.WriteLine($"CommunityVoice is at {address}");
        using var scope = app.Services.CreateScope();
        // The start is over and waits for nothing; the lines follow a moment later.
        foreach (var link in scope.ServiceProvider.GetRequiredService<DemoRoles>().LinksAsync(address, CancellationToken.None).GetAwaiter().GetResult()) Console.WriteLine(link);
    }
}
