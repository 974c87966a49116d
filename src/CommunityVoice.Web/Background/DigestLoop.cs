using CommunityVoice.Follows;

namespace CommunityVoice.Web.Background;

/// <summary>Every five minutes writes the letters with news that are due; whichever node holds the lease does it.</summary>
public sealed partial class DigestLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DigestLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<Digest>().WriteDueAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // five minutes later tries again
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Letters with news could not be written")]
    private partial void LogFailed(Exception e);
}
