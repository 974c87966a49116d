using CommunityVoice.Discussion;
using CommunityVoice.Themes;

namespace CommunityVoice.Web.Background;

/// <summary>Counts anew who was heard in consultations, and how themes reached us, every minute; whichever node holds the lease does it.</summary>
public sealed partial class HeardLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HeardLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync<HeardTables>(t => t.RefreshDueAsync(stoppingToken));
            await TryAsync<ThemeTables>(t => t.RefreshDueAsync(stoppingToken));
            await TryAsync<EqualityTables>(t => t.RefreshDueAsync(stoppingToken));
        }
    }

    // Each by itself: where one fails, the others are counted all the same.
    private async Task TryAsync<T>(Func<T, Task> refresh)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await refresh(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(typeof(T).Name, e); // the next minute tries again
        }
    }

    [LoggerMessage(LogLevel.Error, "Counting {Tables} failed")]
    private partial void LogFailed(string tables, Exception e);
}
