using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Webhooks;

/// <summary>Saves for each webhook what is new in what feeds tell the public. It is sent afterwards, so that a crash loses none.</summary>
public sealed class WebhookNews(CommunityVoiceDb db, Leases leases, FollowedNews news, SiteAddress site, TimeProvider clock)
{
    // Deliveries are kept longer than news are looked for, so that nothing that was told looks new again.
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(30);
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(60);

    // A list that leaves out news of a sort, as it has too many, still has at least so many of that sort.
    private const int Listed = 20;

    /// <summary>Answers how many deliveries are new.</summary>
    public async Task<int> SaveNewAsync(CancellationToken ct)
    {
        var webhooks = await db.Webhooks.On().OrderBy(w => w.Id).ToListAsync(ct);
        if (webhooks.Count == 0 || !await leases.TryTakeAsync(WebhookSender.LeaseName, WebhookSender.LeaseLength, ct)) return 0;
        var ids = webhooks.ConvertAll(w => w.Id);
        var known = (await db.WebhookDeliveries.Where(d => ids.Contains(d.WebhookId)).Select(d => new { d.WebhookId, d.Key }).ToListAsync(ct)).Select(d => (d.WebhookId, d.Key)).ToHashSet();
        var fresh = new List<WebhookDelivery>();
        foreach (var webhook in webhooks) fresh.AddRange(await FreshAsync(webhook, known, ct));
        if (fresh.Count == 0) return 0;
        db.WebhookDeliveries.AddRange(fresh);
        return await db.TrySaveAsync(ct) ? fresh.Count : 0;
    }

    /// <summary>Whether its news are public still: what was taken back is not sent any more. What a list may leave out, as so much of its sort is told, is sent.</summary>
    public async Task<bool> IsToldAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        if (delivery.Type == WebhookDelivery.Test) return true;
        var told = await news.OfAsync(delivery.Webhook.Of, ct);
        return told.Any(n => n.Key == delivery.Key) || told.Count(n => SortOf(n.Key) == SortOf(delivery.Key)) >= Listed;
    }

    /// <summary>What was told long ago need not be shown any more.</summary>
    public Task<int> ForgetOldAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Keeps;
        return db.TransactAsync(() => db.WebhookDeliveries.Where(d => d.SavedAt <= before).ExecuteDeleteAsync(ct), ct);
    }

    // What one list tells is of one sort: there, any of it may take the place of any other.
    private static string SortOf(string key) => key.Split('-')[0] switch
    {
        "ballot" or "event" or "summary" => "consultation",
        "escalation" => "recommendation",
        var own => own,
    };

    private async Task<IEnumerable<WebhookDelivery>> FreshAsync(Webhook webhook, HashSet<(long WebhookId, string Key)> known, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = webhook.Since > now - LooksBack ? webhook.Since : now - LooksBack;
        return (await news.OfAsync(webhook.Of, ct)).Where(n => n.At > since && n.At <= now && known.Add((webhook.Id, n.Key)))
            .OrderBy(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => webhook.Tell(n, site, now));
    }
}
