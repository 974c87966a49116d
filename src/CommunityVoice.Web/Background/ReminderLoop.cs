using CommunityVoice.Bodies;
using CommunityVoice.Decisions;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using CommunityVoice.Sharing;

namespace CommunityVoice.Web.Background;

/// <summary>Once an hour reminds bodies of answers and decisions that are due, and of remits and agreements that end; whichever node holds the lease does it.</summary>
public sealed partial class ReminderLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<ResponseReminders>().SendDueAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<QuestionReminders>().SendDueAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DecisionReminders>().SendDueAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<RemitReminders>().SendDueAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<SharingReminders>().SendDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // the next hour tries again
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Reminders of answers that are due could not be written")]
    private partial void LogFailed(Exception e);
}
