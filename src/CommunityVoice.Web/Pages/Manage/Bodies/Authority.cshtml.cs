using System.ComponentModel.DataAnnotations;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>Whether a body is a public authority, and if not, why: then what it asks needs no equality record (rule R-A16).</summary>
[Uses(Capability.Administer)]
public sealed class AuthorityModel(CommunityVoiceDb db, ManagedBodies bodies, TimeProvider clock) : PageModel
{
    [BindProperty] public AuthorityInput Input { get; set; } = new();
    public Body Body { get; private set; } = null!;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input = new() { IsNone = Body.NoPublicAuthority is not null, Reason = Body.NoPublicAuthority };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Input.IsNone && string.IsNullOrWhiteSpace(Input.Reason)) ModelState.AddModelError("Input.Reason", "Say why it is no public authority");
        if (!ModelState.IsValid) return this.PageWithErrors();
        Body.IsNoPublicAuthority(Input.IsNone ? Input.Reason : null);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "body.authority-said", "Body", Body.Id, Body.NoPublicAuthority is { } because ? $"No public authority: {because}" : "A public authority", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        Done = "It is saved. Everybody can see it on the organisation’s page.";
        return RedirectToPage("Details", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await bodies.FindAsync(slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        Body = body;
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class AuthorityInput
    {
        [Display(Name = "It is not a public authority")]
        public bool IsNone { get; set; }

        [Display(Name = "Why not?", Description = "For example: a charity that does no work for a public body. Needed where it is none."), StringLength(Body.NoPublicAuthorityMaxLength, ErrorMessage = "The reason must be 500 characters or fewer")]
        public string? Reason { get; set; }
    }
}
