using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using CommunityVoice.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Pages.Manage.Webhooks;

/// <summary>Adds an address that is told what is new: only of hosts that the site's settings name.</summary>
[Uses(Capability.Administer)]
public sealed class NewModel(CommunityVoiceDb db, WebhookDesk desk, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider clock) : PageModel
{
    [BindProperty] public WebhookInput Input { get; set; } = new();
    public Body Body { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public IReadOnlyList<string> Hosts => options.Value.AllowedHosts;

    /// <summary>Shown once, on the page that follows.</summary>
    [TempData] public string? Secret { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Hosts.Count == 0) return BadRequest();
        var address = Input.Check(options.Value, ModelState);
        if (await db.Webhooks.NotEnded().CountAsync(w => w.BodyId == Body.Id, ct) >= Webhook.MostOfOneBody) ModelState.AddModelError("", $"{Body.Name} has {Webhook.MostOfOneBody} webhooks, which is the most there can be. End one first");
        if (!ModelState.IsValid || address is null) return this.PageWithErrors();
        if (!Choices.Any(c => c.Value == Input.Of)) return BadRequest();
        (Secret, var kept) = secrets.Make();
        var webhook = new Webhook(Body, address, WebhookDesk.KeyOf(Input.Of!), kept, clock.GetUtcNow());
        db.Webhooks.Add(webhook);
        await desk.SaveAsync(webhook, "webhook.added", User.Id(), ct);
        return RedirectToPage("Details", new { slug, id = webhook.Id });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (body, refused) = await desk.BodyAsync(this, slug, ct);
        if (body is null) return refused;
        Body = body;
        Choices = await desk.ChoicesAsync(User.Id(), ct);
        return null;
    }
}
