using CommunityVoice.Data;
using CommunityVoice.Themes;

namespace CommunityVoice.Web.Background;

/// <summary>Every few minutes finds comments in nearly the same words; whichever node holds the lease does it.</summary>
public sealed partial class ComparingLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ComparingLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(3), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                if (await scope.ServiceProvider.GetRequiredService<Leases>().TryTakeAsync("comparing", TimeSpan.FromMinutes(5), stoppingToken))
                    await scope.ServiceProvider.GetRequiredService<Comparing>().CompareDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // the next round tries again
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Comparing comments failed")]
    private partial void LogFailed(Exception e);
}
