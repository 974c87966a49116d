using System.ComponentModel.DataAnnotations;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>What a new organisation begins with.</summary>
public sealed class NewBodyInput
{
    [Required(ErrorMessage = "Enter the name"), StringLength(Body.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer"), Display(Name = "Name")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose what it is"), Display(Name = "What it is", Description = "Decides the voice its people speak in")]
    public BodyKind? Kind { get; set; }

    [StringLength(2000, ErrorMessage = "The description must be 2,000 characters or fewer"), Display(Name = "About it", Description = "One or two sentences that everybody sees")]
    public string? About { get; set; }
}

/// <summary>Adds an organisation. It may do nothing until it is given a remit.</summary>
[Uses(Capability.Administer)]
public sealed class NewModel(CommunityVoiceDb db, Addresses addresses, TimeProvider clock) : PageModel
{
    [BindProperty]
    public NewBodyInput Input { get; set; } = new();

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return this.PageWithErrors();
        var slug = Slug.Of(Input.Name!, 76);
        var body = new Body(Input.Name!.Trim(), slug, Input.Kind!.Value, Input.About?.Trim() ?? "");
        if (await addresses.IsTakenAsync(FormerSlug.OfBody, null, slug, ct))
        {
            ModelState.AddModelError("Input.Name", "There is, or was, an organisation of that name already. Open it from the list, or add what tells them apart");
            return this.PageWithErrors();
        }
        await db.TransactAsync(async () =>
        {
            db.Bodies.Add(body);
            await db.SaveChangesAsync(ct);
            db.ActivityEntries.Add(new ActivityEntry(User.Id(), "body.added", "Body", body.Id, body.Name, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }, ct);
        return Redirect($"/manage/bodies/{slug}");
    }
}
