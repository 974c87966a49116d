using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Gives a consultation another address; the old one leads on for good.</summary>
[Uses(Capability.Consult)]
public sealed class AddressModel(CommunityVoiceDb db, IAuthorizationService authorization, Addresses addresses, SiteAddress site) : PageModel
{
    [BindProperty, Display(Name = "End of the new address", Description = "Short, and made of what it is about: people type it from posters")]
    public string? Address { get; set; }

    public Consultation Shown { get; private set; } = null!;
    public SiteAddress Site => site;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Address = Shown.Slug;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Address = Address?.Trim();
        var fault = Addresses.Fault(Address);
        if (fault is null && Address != Shown.Slug && !await addresses.MoveAsync(Shown, Address!, User.Id(), ct)) fault = "Another consultation has, or had, this address. Choose another";
        if (fault is not null)
        {
            ModelState.AddModelError(nameof(Address), fault);
            await db.Entry(Shown).ReloadAsync(ct); // nothing was changed
            return this.PageWithErrors();
        }
        Done = Address == slug ? "The address stays as it is." : "The address is changed. The old one leads to it.";
        return RedirectToPage("Task", new { slug = Address });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        return null;
    }
}
