using CommunityVoice.Notifications;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Background;

/// <summary>Writes the letters that votes owe, sends all letters as they are written, and tries again what failed.</summary>
public sealed partial class LetterLoop(IServiceScopeFactory scopes, LetterBell bell, ILogger<LetterLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // The bell rings when a letter is saved; its transaction commits a moment later.
    private static readonly TimeSpan Commit = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await bell.WaitAsync(Pause, stoppingToken)) await Task.Delay(Commit, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await WriteOwedAsync(scope.ServiceProvider, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<LetterSender>().SendDueAsync(stoppingToken);
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

    // What cannot be written now is still owed in the next round, and other letters do not wait for it.
    private async Task WriteOwedAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<ReceiptLetters>().WriteOwedAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogOwed(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Letters with receipts could not be written")]
    private partial void LogOwed(Exception e);

    [LoggerMessage(LogLevel.Error, "Letters could not be looked for")]
    private partial void LogFailed(Exception e);
}
