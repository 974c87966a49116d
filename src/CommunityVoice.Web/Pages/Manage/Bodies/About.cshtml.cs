using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>Changes what an organisation is called and says of itself, its number in a register, and its address.</summary>
[Uses(Capability.Administer)]
public sealed class AboutModel(CommunityVoiceDb db, ManagedBodies bodies, Addresses addresses, NamedDeciders deciders, TimeProvider clock) : PageModel
{
    [BindProperty] public AboutInput Input { get; set; } = new();
    public Body Body { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input = AboutInput.From(Body);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input.Check(ModelState);
        if (ModelState.IsValid && await addresses.IsTakenAsync(FormerSlug.OfBody, Body.Id, Input.Address!, ct)) ModelState.AddModelError("Input.Address", "Another organisation has, or had, this address. Choose another");
        if (!ModelState.IsValid) return this.PageWithErrors();
        await db.TransactAsync(async () =>
        {
            if (Changed() is { Length: > 0 } changed) db.ActivityEntries.Add(new ActivityEntry(User.Id(), "body.described", "Body", Body.Id, changed, clock.GetUtcNow()));
            var oldName = Body.Name;
            Body.Describe(Input.Name!, Input.About!, Input.Website);
            Body.RegisterAs(Input.OrganisationId);
            await deciders.FollowAsync(Body, oldName, User.Id(), clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            if (Input.Address != Body.Slug) await addresses.MoveAsync(Body, Input.Address!, User.Id(), ct);
        }, ct);
        Done = "Saved.";
        return RedirectToPage("Details", new { slug = Body.Slug });
    }

    private string Changed() => string.Join(", ", new[]
    {
        Input.Name == Body.Name ? null : $"name from {Body.Name}",
        Input.About == Body.About ? null : "description",
        Input.Website == Body.Website ? null : "website",
        Input.OrganisationId == Body.OrganisationId ? null : $"number from {Body.OrganisationId ?? "none"} to {Input.OrganisationId ?? "none"}",
    }.OfType<string>());

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await bodies.FindAsync(slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        Body = body;
        return null;
    }
}
