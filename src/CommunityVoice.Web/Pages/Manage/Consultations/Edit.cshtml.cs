using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Writes what a consultation says. A draft may be saved half done; dates of a published one change only by extending or closing.</summary>
[Uses(Capability.Consult)]
public sealed class EditModel(CommunityVoiceDb db, IAuthorizationService authorization, ConsultationDesk desk, LegalHooks hooks) : PageModel
{
    [BindProperty]
    public ConsultationInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Hooks => [.. hooks.All.Select(h => new SelectListItem(h.Name, h.Code))];

    /// <summary>The groups of the reach plan that are known to be affected.</summary>
    public IReadOnlyList<string> Affected { get; private set; } = [];
    public bool IsPublished => Shown.PublishedAt is not null;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input = ConsultationInput.From(Shown);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!IsPublished && Input.ClosesOn < Input.OpensOn) ModelState.AddModelError("Input.ClosesOn", "The closing day must be after the opening day");
        if (Input.LegalHook is { Length: > 0 } hook && hook != Shown.LegalHook && hooks.Find(hook) is null) return BadRequest();
        if (IsPublished) KeepDates();
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await desk.DescribeAsync(Shown, Input.Facts(), Input.Version, User.Id(), ct))
        {
            ModelState.AddModelError("", "Somebody else changed this while you were writing. Your words are below: compare them with the saved ones, then save again");
            ModelState.Remove("Input.Version");
            Input.Version = await db.Consultations.AsNoTracking().Where(c => c.Id == Shown.Id).Select(c => c.Version).SingleAsync(ct);
            return this.PageWithErrors();
        }
        Done = "Saved.";
        return RedirectToPage("Task", new { slug });
    }

    // What was published is not emptied afterwards, and its dates are changed on pages of their own.
    private void KeepDates()
    {
        foreach (var key in new[] { "OpensOn", "ClosesOn", "PeriodReason" }) ModelState.Remove($"Input.{key}");
        (Input.OpensOn, Input.ClosesOn, Input.PeriodReason) = (Shown.OpensOn, Shown.ClosesOn, Shown.PeriodReason);
        var before = PublishingChecks.Of(Shown).Select(l => l.Field).ToHashSet(StringComparer.Ordinal);
        if (!ModelState.IsValid) return;
        foreach (var lack in PublishingChecks.Missing(Input.Facts(), Shown.IsListeningSpace, Shown.AskedBy.NoPublicAuthority is not null).Where(l => !before.Contains(l.Field)))
            ModelState.AddModelError($"Input.{lack.Field}", lack.Message);
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.Include(c => c.AskedBy).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        Affected = await db.PlannedGroups.Where(g => g.ConsultationId == consultation.Id && g.Why == WhyPlanned.Affected).OrderBy(g => g.Id).Select(g => g.Name).ToListAsync(ct);
        return null;
    }
}
