using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>One organisation's remits: given and ended with dates, never deleted.</summary>
[Uses(Capability.Administer)]
public sealed class DetailsModel(CommunityVoiceDb db, ManagedBodies bodies, Permissions permissions, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty] public RemitInput Input { get; set; } = new();
    public Body Body { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);
    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Commissioners { get; private set; } = [];
    public bool HasWebhookOff { get; private set; }
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        Input.StartsOn = Today;
        return await FindAsync(slug, ct) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Input.EndsOn <= Input.StartsOn) ModelState.AddModelError("Input.EndsOn", "The end must be after the start");
        if (Input.May.Count == 0) ModelState.AddModelError("Input.May", "Choose at least one thing it may do");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (await db.Areas.SingleOrDefaultAsync(a => a.Id == Input.AreaId, ct) is not { } area || !await authorization.MayAsync(User, Capability.Administer, area)) return BadRequest();
        var commissioner = Input.CommissionedById is { } by ? await db.Bodies.SingleOrDefaultAsync(b => b.Id == by && b.Id != Body.Id, ct) : null;
        if (commissioner is null && Input.CommissionedById is not null) return BadRequest();
        Body.Grant(area, Input.Capabilities(), Input.Label!.Trim(), Input.LegalBasis!.Trim(), Input.StartsOn!.Value, Input.EndsOn, commissioner);
        return await SavedAsync("remit.given", $"{area.Name}: {Input.Capabilities()}", "The remit is given.", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(string slug, long remit, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Body.Remits.Find(r => r.Id == remit) is not { } ending || !await authorization.MayAsync(User, Capability.Administer, ending.AreaId)) return BadRequest();
        if (ending.IsInForceOn(Today) && ending.StartsOn < Today) ending.End(Today);
        else if (ending.StartsOn >= Today) Body.Remits.Remove(ending); // it never came into force
        return await SavedAsync("remit.ended", $"{ending.Area.Name}: {ending.Label}", "The remit is ended.", ct);
    }

    private async Task<IActionResult> SavedAsync(string verb, string detail, string done, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), verb, "Body", Body.Id, detail, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        Done = done;
        return Redirect($"/manage/bodies/{Body.Slug}");
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Bodies.Include(b => b.Remits).ThenInclude(r => r.Area).Include(b => b.Remits).ThenInclude(r => r.CommissionedBy).Include(b => b.Remits).ThenInclude(r => r.Budgets).AsSplitQuery().SingleOrDefaultAsync(b => b.Slug == slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        Body = body;
        var mine = await permissions.AreasAsync(User.Id(), Capability.Administer, ct);
        Areas = await db.Areas.AsNoTracking().KnownToPeople().NotEndedOn(UkTime.Today(clock)).Where(a => mine.Contains(a.Id)).OrderBy(a => a.Name)
            .Select(a => new SelectListItem(a.Name, a.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(ct);
        Commissioners = await db.Bodies.AsNoTracking().Where(b => b.Id != body.Id).OrderBy(b => b.Name).ThenBy(b => b.Id)
            .Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(ct);
        HasWebhookOff = await db.Webhooks.AnyAsync(w => w.BodyId == body.Id && w.EndedAt == null && w.SwitchedOffAt != null, ct);
        return null;
    }
}
