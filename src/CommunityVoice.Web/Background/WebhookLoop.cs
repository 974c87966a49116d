using CommunityVoice.Webhooks;

namespace CommunityVoice.Web.Background;

/// <summary>Every minute saves what is new for webhooks, sends it, and tries again what failed; whichever node holds the lease does it.</summary>
public sealed partial class WebhookLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WebhookLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync<WebhookNews>(n => n.SaveNewAsync(stoppingToken));
            await TryAsync<WebhookSender>(s => s.SendDueAsync(stoppingToken));
        }
    }

    // Each by itself: where news cannot be looked for, what waits is sent all the same.
    private async Task TryAsync<T>(Func<T, Task> work)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await work(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(typeof(T).Name, e); // the next minute tries again
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed")]
    private partial void LogFailed(string work, Exception e);
}
