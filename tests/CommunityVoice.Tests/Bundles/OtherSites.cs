using Microsoft.AspNetCore.Hosting;

namespace CommunityVoice.Tests.Bundles;

/// <summary>A second site for the length of a test.</summary>
internal sealed class Visit<T> : IAsyncDisposable
    where T : Site
{
    private Visit(T site) => Site = site;

    public T Site { get; }

    public static async Task<Visit<T>> ToAsync(T site)
    {
        await site.InitializeAsync();
        return new(site);
    }

    public async ValueTask DisposeAsync() => await ((IAsyncLifetime)Site).DisposeAsync();
}

/// <summary>A site on SQLite, whichever database the tests run on.</summary>
internal sealed class SqliteSite : Site
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"communityvoice-{Guid.NewGuid():N}.db");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Provider", "Sqlite").UseSetting("Database:ConnectionString", $"Data Source={file};Pooling=False");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" }) File.Delete(part);
    }
}
