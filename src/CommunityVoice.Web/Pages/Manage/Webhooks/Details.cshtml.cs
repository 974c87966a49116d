using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using CommunityVoice.Web.Wiring;
using CommunityVoice.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Webhooks;

/// <summary>One webhook: what it was told, and whether that was taken. It can be tried, sent to again, given another secret, and switched on again.</summary>
[Uses(Capability.Administer)]
public sealed class DetailsModel(CommunityVoiceDb db, WebhookDesk desk, WebhookNews news, WebhookSecrets secrets, SiteAddress site, TimeProvider clock) : PageModel
{
    public const int Most = 50;
    public Webhook Webhook { get; private set; } = null!;
    public FollowTarget? Target { get; private set; }
    public IReadOnlyList<DeliveryRow> Deliveries { get; private set; } = [];
    [TempData] public string? Done { get; set; }
    [TempData] public string? Secret { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        Target = (await desk.TargetsAsync([Webhook], ct)).GetValueOrDefault(Webhook.Of);
        Deliveries = await db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == id).OrderByDescending(d => d.SavedAt).ThenByDescending(d => d.Id).Take(Most)
            .Select(d => new DeliveryRow(d.Id, d.Type, d.Title, d.SavedAt, d.Tries, d.DueAt, d.SentAt, d.GivenUpAt, d.Status, d.Problem)).ToListAsync(ct);
        return ModelState.IsValid ? Page() : this.PageWithErrors();
    }

    public async Task<IActionResult> OnPostTestAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (!Webhook.IsOn) return BadRequest();
        if (!await db.WebhookDeliveries.AnyAsync(d => d.WebhookId == id && d.Type == WebhookDelivery.Test && d.SentAt == null && d.GivenUpAt == null, ct)) db.WebhookDeliveries.Add(Webhook.Try(site, clock.GetUtcNow()));
        return await SavedAsync("webhook.tested", "A test is on its way. Look again in a minute or two.", ct);
    }

    public async Task<IActionResult> OnPostAgainAsync(string slug, long id, Guid delivery, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (!Webhook.IsOn || await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.WebhookId == id, ct) is not { IsWaiting: false } again) return BadRequest();
        if (!await news.IsToldAsync(again, ct)) ModelState.AddModelError("", "This is not public any more, so it is not sent again");
        if (!ModelState.IsValid) return await OnGetAsync(slug, id, ct);
        again.SendAgain(clock.GetUtcNow());
        return await SavedAsync("webhook.sent-again", "It is on its way again, under the same id.", ct);
    }

    public async Task<IActionResult> OnPostRenewAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        (Secret, var kept) = secrets.Make();
        Webhook.Renew(kept);
        return await SavedAsync("webhook.secret-renewed", "From now on we sign with another secret.", ct);
    }

    public async Task<IActionResult> OnPostSwitchOnAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (Webhook.IsOn) return RedirectToPage(); // a page left open: it would lose news
        Webhook.SwitchOn(clock.GetUtcNow());
        return await SavedAsync("webhook.switched-on", "It is switched on again.", ct);
    }

    private async Task<IActionResult> SavedAsync(string verb, string done, CancellationToken ct)
    {
        await desk.SaveAsync(Webhook, verb, User.Id(), ct);
        Done = done;
        return RedirectToPage();
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        var (webhook, refused) = await desk.FindAsync(this, slug, id, ct);
        Webhook = webhook!;
        return refused;
    }
}
