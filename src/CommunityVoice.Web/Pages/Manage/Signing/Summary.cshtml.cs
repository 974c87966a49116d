using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Signing;

/// <summary>Where somebody who publishes for a body agrees that it writes a summary too, says why not, or later that it writes it no longer.</summary>
[Authorize]
public sealed class SummaryModel(SummaryAuthoring authoring) : PageModel
{
    [BindProperty, Display(Name = "Why not?", Description = "Everybody can read it."), StringLength(Partner.ReasonMaxLength)]
    public string? Reason { get; set; }

    [TempData] public string? Done { get; set; }
    public SummaryAuthor Author { get; private set; } = null!;
    public SummaryVersion Newest => Author.Summary.Versions.MaxBy(v => v.Number)!;

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
        if (!IsSaid("Say why you do not write it too")) return this.PageWithErrors();
        if (Author.State == SignOff.Missing && await authoring.DeclineAsync(Author, Reason!, User.Id(), ct)) Done = "The summary says that you do not write it too, and why.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostLeaveAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!IsSaid("Say why you write it no longer")) return this.PageWithErrors();
        if (Author.Writes && await authoring.LeaveAsync(Author, Reason!, User.Id(), ct)) Done = "The summary says that you write it no longer, and why.";
        return RedirectToPage(new { id });
    }

    private bool IsSaid(string otherwise)
    {
        Reason = CleanText.Of(Reason);
        if (Reason.Length == 0) ModelState.TryAddModelError("Reason", otherwise);
        return ModelState.IsValid;
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await (await authoring.OfAsync(User.Id(), ct)).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } found) return Forbid();
        Author = found;
        return null;
    }
}
