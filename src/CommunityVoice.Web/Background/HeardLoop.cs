using CommunityVoice.Discussion;

namespace CommunityVoice.Web.Background;

/// <summary>Counts anew who was heard in consultations, every minute; whichever node holds the lease does it.</summary>
public sealed partial class HeardLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HeardLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<HeardTables>().RefreshDueAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<EqualityTables>().RefreshDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // the next minute tries again
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Counting who was heard failed")]
    private partial void LogFailed(Exception e);
}
