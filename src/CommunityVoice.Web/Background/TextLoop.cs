using CommunityVoice.Notifications;

namespace CommunityVoice.Web.Background;

/// <summary>Sends texts as they are written, and tries again what failed; apart from letters, so that those wait for no slow service.</summary>
public sealed partial class TextLoop(IServiceScopeFactory scopes, TextBell bell, ILogger<TextLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(Pause, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TextSender>().SendDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(e); // try again next round
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Texts could not be looked for")]
    private partial void LogFailed(Exception e);
}
