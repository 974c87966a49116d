using System.ComponentModel.DataAnnotations;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>Where an organisation gets letters that are for nobody in particular, such as a recommendation to answer.</summary>
[Uses(Capability.Administer)]
public sealed class ContactModel(CommunityVoiceDb db, ManagedBodies bodies, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "E-mail address", Description = "A shared mailbox, not one person’s. It is not shown to the public. Leave it empty for none.")]
    [EmailAddress(ErrorMessage = "Enter an e-mail address such as office@example.org"), StringLength(256)]
    public string? Email { get; set; }

    public Body Body { get; private set; } = null!;

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Email = Body.ContactEmail;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var (before, after) = (Body.ContactEmail ?? "", Email?.Trim() ?? "");
        Body.WriteTo(after.Length == 0 ? null : after);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "body.contact-changed", "Body", Body.Id, null, clock.GetUtcNow(), ActivityValues.Of(before, after)));
        await db.SaveChangesAsync(ct);
        Done = "The contact address is saved.";
        return RedirectToPage("Details", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Bodies.SingleOrDefaultAsync(b => b.Slug == slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        Body = body;
        return null;
    }
}
