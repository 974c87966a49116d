using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using CommunityVoice.Webhooks;

namespace CommunityVoice.Web.Background;

/// <summary>Once an hour removes what was only kept for a short while: old sign-in requests and codes, what is left of texts, requests for news that nobody confirmed, private notes long answered, and what webhooks were told long ago.</summary>
public sealed partial class TidyingLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TidyingLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                if (!await scope.ServiceProvider.GetRequiredService<Leases>().TryTakeAsync("tidying", TimeSpan.FromMinutes(5), stoppingToken)) continue;
                await scope.ServiceProvider.GetRequiredService<SignIns>().ForgetOldAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<Phones>().ForgetOldAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<Newsletter>().ForgetOldAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<PrivateNotes>().ForgetOldAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<WebhookNews>().ForgetOldAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // try again next round
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Old requests and notes could not be removed")]
    private partial void LogFailed(Exception e);
}
