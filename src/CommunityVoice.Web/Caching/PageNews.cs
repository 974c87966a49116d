using CommunityVoice.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityVoice.Web.Caching;

/// <summary>On PostgreSQL, hears on a connection of its own which pages other processes changed; deaf, it lets nothing be served from the cache.</summary>
internal sealed partial class PageNews(PageVersions versions, IOptions<DatabaseOptions> database, ILogger<PageNews> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Value.Provider != DatabaseProvider.Postgres) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            versions.Hears(others: false);
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogLost(logger, e.GetType().Name);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Value.ConnectionString) { Pooling = false, KeepAlive = 10 }.ToString());
        await connection.OpenAsync(ct);
        connection.Notification += (_, news) => versions.Raise(news.Payload.Split(' '));
        await using (var listen = new NpgsqlCommand($"LISTEN {PageVersions.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }
        versions.Hears(others: true);
        while (true) await connection.WaitAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Other processes cannot be heard ({Error}): pages are rendered for each visitor until they can.")]
    private static partial void LogLost(ILogger logger, string error);
}
