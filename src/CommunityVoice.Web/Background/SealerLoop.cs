using CommunityVoice.Voting;

namespace CommunityVoice.Web.Background;

/// <summary>Seals what is due every minute; whichever node holds the lease does it.</summary>
public sealed partial class SealerLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SealerLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<Sealer>().SealDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // the next minute tries again
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Sealing ballots failed")]
    private partial void LogFailed(Exception e);
}
