using CommunityVoice.Voting;

namespace CommunityVoice.Web.Background;

/// <summary>Works out results that changed, every minute; whichever node holds the lease does it.</summary>
public sealed partial class OutcomeLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutcomeLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<Outcomes>().RefreshDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // the next minute tries again
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Working out results failed")]
    private partial void LogFailed(Exception e);
}
