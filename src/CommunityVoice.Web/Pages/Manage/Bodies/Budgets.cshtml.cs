using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>The budgets that come with one remit: what for and between which days; what was held stays on the record.</summary>
[Uses(Capability.Administer)]
public sealed class BudgetsModel(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty] public BudgetInput Input { get; set; } = new();
    public Remit Remit { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long remit, CancellationToken ct)
    {
        if (await FindAsync(slug, remit, ct) is { } refused) return refused;
        Input.StartsOn = Remit.StartsOn > Today ? Remit.StartsOn : Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long remit, CancellationToken ct)
    {
        if (await FindAsync(slug, remit, ct) is { } refused) return refused;
        Input.Check(Remit, ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var held = Remit.HoldBudget(Input.For!, Input.StartsOn!.Value, Input.EndsOn);
        return await SavedAsync("remit.budget-given", held, "The budget is entered.", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(string slug, long remit, long budget, CancellationToken ct)
    {
        if (await FindAsync(slug, remit, ct) is { } refused) return refused;
        if (Remit.Budgets.Find(b => b.Id == budget) is not { } held || held.EndsOn <= Today) return BadRequest();
        if (held.StartsOn < Today) held.End(Today);
        else Remit.Budgets.Remove(held); // it was never held
        return await SavedAsync("remit.budget-ended", held, "The budget is ended.", ct);
    }

    private async Task<IActionResult> SavedAsync(string verb, BudgetHolding held, string done, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), verb, "Body", Remit.BodyId, $"{Remit.Area.Name}: {held.For}, from {held.StartsOn:yyyy-MM-dd}{(held.EndsOn is { } ends ? $" to {ends:yyyy-MM-dd}" : "")}", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        Done = done;
        return RedirectToPage();
    }

    private async Task<IActionResult?> FindAsync(string slug, long remit, CancellationToken ct)
    {
        if (await db.Remits.Include(r => r.Body).Include(r => r.Area).Include(r => r.Budgets).SingleOrDefaultAsync(r => r.Id == remit && r.Body.Slug == slug, ct) is not { } found) return NotFound();
        Remit = found;
        return await authorization.MayAsync(User, Capability.Administer, found.AreaId) ? null : Forbid();
    }
}
