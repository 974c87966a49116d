using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Whom a consultation means to hear from, group by group, with a new one or one that is changed. Two pages share it.</summary>
[Uses(Capability.Consult)]
public sealed class ReachModel(CommunityVoiceDb db, IAuthorizationService authorization, ReachPlan plan) : PageModel
{
    [BindProperty] public ReachInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;
    public IReadOnlyList<PlannedGroup> Plan { get; private set; } = [];

    /// <summary>The group that is changed; none for a new one.</summary>
    public PlannedGroup? Group { get; private set; }
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long? id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (Group is not null) Input = ReachInput.Of(Group);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long? id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (Group is { IsFixed: true }) foreach (var key in ModelState.Keys.Where(k => k != "Input.How").ToList()) ModelState.Remove(key);
        else Input.Check(ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var saved = Group is null ? await plan.AddAsync(Shown, Input.Facts(), User.Id(), ct) : await plan.RewriteAsync(Group, Input.FactsOf(Group), User.Id(), ct);
        if (!saved)
        {
            var isVoice = Input.Voice is { } voice && Plan.Any(g => g.Voice == voice && g.Id != id);
            ModelState.AddModelError(isVoice ? "Input.Voice" : "Input.Name", isVoice
                ? "A group of this voice is in the plan already. Both would be shown the same people: name them together, or leave the voice out" : "This group is in the plan already");
            return this.PageWithErrors();
        }
        Done = Group is null ? "The group is in the plan." : "The group is saved.";
        return RedirectToPage("Reach", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long? id, CancellationToken ct)
    {
        if (await db.Consultations.SingleOrDefaultAsync(c => c.Slug == slug && !c.IsListeningSpace, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        (Shown, Plan) = (consultation, await plan.OfAsync(consultation.Id, ct));
        Group = Plan.FirstOrDefault(g => g.Id == id);
        return id is not null && Group is null ? NotFound() : null;
    }
}
