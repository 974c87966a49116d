using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Web.Wiring;
using CommunityVoice.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Webhooks;

/// <summary>The addresses that a body has told what is new.</summary>
[Uses(Capability.Administer)]
public sealed class IndexModel(CommunityVoiceDb db, WebhookDesk desk) : PageModel
{
    public Body Body { get; private set; } = null!;
    public IReadOnlyList<Webhook> Webhooks { get; private set; } = [];
    public IReadOnlyDictionary<FollowKey, FollowTarget> Targets { get; private set; } = new Dictionary<FollowKey, FollowTarget>();
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var (body, refused) = await desk.BodyAsync(this, slug, ct);
        if (body is null) return refused!;
        Body = body;
        Webhooks = await db.Webhooks.AsNoTracking().NotEnded().Where(w => w.BodyId == body.Id).OrderBy(w => w.Id).ToListAsync(ct);
        Targets = await desk.TargetsAsync(Webhooks, ct);
        return Page();
    }
}
