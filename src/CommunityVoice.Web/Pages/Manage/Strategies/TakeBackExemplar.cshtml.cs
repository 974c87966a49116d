using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Takes a place back that should not stand among those that did better.</summary>
[Uses(Capability.Plan)]
public sealed class TakeBackExemplarModel(CommunityVoiceDb db, Exemplars exemplars, Permissions permissions) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why it is taken back"), StringLength(Exemplar.TextMaxLength)]
    [Display(Name = "Why is it taken back?")]
    public string? Reason { get; set; }

    public Exemplar Exemplar { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        await exemplars.TakeBackAsync(Exemplar, CleanText.Of(Reason), User.Id(), ct);
        Done = "It is taken back.";
        return RedirectToPage("Exemplars");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Exemplars.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } found) return NotFound();
        if (!(await permissions.DutiesAsync(User.Id(), Capability.Plan, ct)).Contains(found.ByBodyId)) return Forbid();
        Exemplar = found;
        return found.TakenBackAt is null ? null : RedirectToPage("Exemplars");
    }
}
