using System.Security.Cryptography;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CommunityVoice.Webhooks;

/// <summary>Sends what was saved for webhooks and is due. One process at a time; what fails waits longer each time, and is given up in the end.</summary>
public sealed partial class WebhookSender(CommunityVoiceDb db, Leases leases, WebhookNews news, WebhookSecrets secrets, WebhookClient client, TimeProvider clock, ILogger<WebhookSender> logger)
{
    internal const string LeaseName = "webhooks";

    /// <summary>Longer than a round takes where nobody answers.</summary>
    internal static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);

    private const int AtOnce = 20;

    /// <summary>Sends one batch, what was tried least first, so that a receiver that is gone holds up no other; answers how many went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = db.WebhookDeliveries
            .Where(d => d.SentAt == null && d.GivenUpAt == null && d.DueAt <= now && d.Webhook.EndedAt == null && d.Webhook.SwitchedOffAt == null)
            .OrderBy(d => d.Tries).ThenBy(d => d.SavedAt).ThenBy(d => d.Id);
        if (!await waiting.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync(LeaseName, LeaseLength, ct)) return 0;
        var sent = 0;
        foreach (var delivery in await waiting.Include(d => d.Webhook).Take(AtOnce).ToListAsync(ct))
        {
            await db.Entry(delivery.Webhook).ReloadAsync(ct); // somebody may have ended it meanwhile, or renewed its secret
            if (!delivery.Webhook.IsOn) continue;
            if (!await news.IsToldAsync(delivery, ct)) LeaveOut(delivery);
            else if (await TrySendAsync(delivery, ct)) sent++;
            await db.SaveChangesAsync(ct); // each on its own, so that a crash repeats one at most
        }
        return sent;
    }

    private void LeaveOut(WebhookDelivery delivery)
    {
        db.WebhookDeliveries.Remove(delivery);
        LogTakenBack(delivery.Id, delivery.Key);
    }

    private async Task<bool> TrySendAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        var answer = await CallAsync(delivery, ct);
        if (answer.Problem is not { } problem)
        {
            delivery.Sent(answer.Status, clock.GetUtcNow());
            delivery.Webhook.Worked();
            return true;
        }
        Failed(delivery, problem, answer.Status);
        return false;
    }

    private async Task<WebhookAnswer> CallAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        try
        {
            return await client.SendAsync(delivery, secrets.Open(delivery.Webhook.KeptSecret), clock.GetUtcNow(), ct);
        }
        catch (CryptographicException) // the keys that protect it are gone
        {
            return new(WebhookProblem.NoSecret);
        }
    }

    private void Failed(WebhookDelivery delivery, WebhookProblem problem, int? status)
    {
        var (webhook, now) = (delivery.Webhook, clock.GetUtcNow());
        delivery.Failed(problem, status, now);
        LogFailed(delivery.Id, delivery.Tries, problem);
        if (delivery.GivenUpAt is null || !webhook.GaveUp(now)) return;
        db.ActivityEntries.Add(new ActivityEntry(null, "webhook.switched-off", "Body", webhook.BodyId, webhook.Host, now));
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {Delivery} to a webhook was not taken, try {Try}: {Problem}")]
    private partial void LogFailed(Guid delivery, int @try, WebhookProblem problem);

    [LoggerMessage(LogLevel.Information, "Delivery {Delivery} to a webhook is left out, as {Key} is not public any more")]
    private partial void LogTakenBack(Guid delivery, string key);
}
