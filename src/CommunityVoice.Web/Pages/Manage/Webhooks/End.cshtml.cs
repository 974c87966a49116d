using CommunityVoice.Bodies;
using CommunityVoice.Web.Wiring;
using CommunityVoice.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Webhooks;

/// <summary>Ends a webhook once somebody confirms it; its secret is forgotten, and nothing more is sent.</summary>
[Uses(Capability.Administer)]
public sealed class EndModel(WebhookDesk desk, TimeProvider clock) : PageModel
{
    public Webhook Webhook { get; private set; } = null!;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) => await FindAsync(slug, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        Webhook.End(clock.GetUtcNow());
        await desk.SaveAsync(Webhook, "webhook.ended", User.Id(), ct);
        Done = "The webhook is ended.";
        return RedirectToPage("Index", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        var (webhook, refused) = await desk.FindAsync(this, slug, id, ct);
        Webhook = webhook!;
        return refused;
    }
}
