using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Signing;

/// <summary>Where somebody who plans for a body agrees that it writes a strategy too, or says why not.</summary>
[Authorize]
public sealed class StrategyModel(CoAuthoring authoring) : PageModel
{
    [BindProperty, Display(Name = "Why not?", Description = "Whoever asked can read it."), StringLength(Partner.ReasonMaxLength)]
    public string? Reason { get; set; }

    [TempData] public string? Done { get; set; }
    public StrategyAuthor Author { get; private set; } = null!;
    public StrategyVersion Newest => Author.Strategy.Versions.MaxBy(v => v.Number)!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!Author.HasSigned && await authoring.AgreeAsync(Author, User.Id(), ct)) Done = $"{Author.Body.Name} writes it too.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDeclineAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Reason = CleanText.Of(Reason);
        if (Reason.Length == 0) ModelState.TryAddModelError("Reason", "Say why you do not write it too");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Author.State == SignOff.Missing && await authoring.DeclineAsync(Author, Reason, User.Id(), ct)) Done = "Whoever asked can see that you do not, and why.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostLeaveAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Reason = CleanText.Of(Reason);
        if (Reason.Length == 0) ModelState.TryAddModelError("Reason", "Say why you write it no longer");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Author.Writes && await authoring.LeaveAsync(Author, Reason, User.Id(), ct)) Done = "The strategy says that you write it no longer, and why.";
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await (await authoring.OfAsync(User.Id(), ct)).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } found) return Forbid();
        Author = found;
        return null;
    }
}
