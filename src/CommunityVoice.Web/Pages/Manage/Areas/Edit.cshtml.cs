using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Areas;

/// <summary>Gives an area another name or address; the old address leads on for good.</summary>
[Uses(Capability.Administer)]
public sealed class EditModel(CommunityVoiceDb db, IAuthorizationService authorization, Addresses addresses, AreaSuccession succession, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the name"), StringLength(Area.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer"), Display(Name = "Name")]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "Called that since", Description = "The old name is shown with it until that day. Leave it empty where you only correct the spelling")]
    public DateOnly? Since { get; set; }

    [BindProperty, Display(Name = "End of its address", Description = "The address it has now leads on to a new one for good")]
    public string? Address { get; set; }

    public Area Area { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        (Name, Since, Address) = (Area.Name, UkTime.Today(clock), Area.Slug);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Address = Address?.Trim();
        if (Addresses.Fault(Address) is { } fault) ModelState.AddModelError(nameof(Address), fault);
        if (ModelState.IsValid && await addresses.IsTakenAsync(FormerSlug.OfArea, Area.Id, Address!, ct)) ModelState.AddModelError(nameof(Address), "Another area has, or had, this address. Choose another");
        if (Since > UkTime.Today(clock)) ModelState.AddModelError(nameof(Since), "Enter today or an earlier day: rename it when the day has come");
        if (!ModelState.IsValid) return this.PageWithErrors();
        await db.TransactAsync(async () =>
        {
            await succession.RenameAsync(Area, Name!.Trim(), Since, User.Id(), ct);
            if (Address != Area.Slug) await addresses.MoveAsync(Area, Address!, User.Id(), ct);
        }, ct);
        Done = $"{Area.Name} is saved.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Areas.KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Administer, area)) return Forbid();
        Area = area;
        return null;
    }
}
