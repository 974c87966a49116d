using CommunityVoice.Areas;

namespace CommunityVoice.Web.Background;

/// <summary>Counts areas anew where something changed, every minute; whichever node holds the lease does it.</summary>
public sealed partial class AreaTallyLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AreaTallyLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<AreaTallies>().RefreshDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // the next minute tries again
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Counting areas failed")]
    private partial void LogFailed(Exception e);
}
