using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>What a new consultation begins with.</summary>
public sealed class NewConsultationInput
{
    [Required(ErrorMessage = "Enter a title"), StringLength(Consultation.TitleMaxLength, ErrorMessage = "The title must be 120 characters or fewer")]
    [Display(Name = "Title", Description = "What it is about, in a few words: it becomes part of the address")]
    public string Title { get; set; } = "";

    [Required(ErrorMessage = "Choose an area"), Display(Name = "Area")]
    public long? AreaId { get; set; }

    [Required(ErrorMessage = "Choose who is asking"), Display(Name = "Who is asking")]
    public long? BodyId { get; set; }

    [Display(Name = "Part of a review")]
    public long? ReviewId { get; set; }

    [Display(Name = "This is a listening space: always open, with no closing date and nothing to decide")]
    public bool IsListeningSpace { get; set; }
}

/// <summary>Starts a draft that only staff can see.</summary>
[Uses(Capability.Consult)]
public sealed class NewModel(CommunityVoiceDb db, Permissions permissions, ConsultationDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public NewConsultationInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Reviews { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => OfferAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OfferAsync(ct);
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Input.AreaId is { } chosen && !Offered(Areas, chosen) && await AreaStory.EndedWordsAsync(db, chosen, UkTime.Today(clock), ct) is { } ended)
        {
            ModelState.AddModelError("Input.AreaId", ended);
            return this.PageWithErrors();
        }
        // What is not on offer was not chosen from the page.
        if (!Offered(Areas, Input.AreaId) || !Offered(Bodies, Input.BodyId) || (Input.ReviewId is not null && !Offered(Reviews, Input.ReviewId))) return BadRequest();

        var consultation = await desk.StartAsync(
            Input.Title, await db.Areas.SingleAsync(a => a.Id == Input.AreaId, ct), await db.Bodies.SingleAsync(b => b.Id == Input.BodyId, ct),
            Input.ReviewId is { } review ? await db.Reviews.SingleAsync(r => r.Id == review, ct) : null, Input.IsListeningSpace, User.Id(), ct);
        return RedirectToPage("Task", new { slug = consultation.Slug });
    }

    private async Task OfferAsync(CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.Consult, ct);
        var bodies = await permissions.BodiesAsync(User.Id(), ct);
        Areas = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).Where(a => areas.Contains(a.Id)).OrderBy(a => a.Name)
            .Select(a => new SelectListItem(a.Name, a.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(ct);
        Bodies = await db.Bodies.AsNoTracking().Where(b => bodies.Contains(b.Id)).OrderBy(b => b.Name)
            .Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(ct);
        Reviews = await db.Reviews.AsNoTracking().Where(r => areas.Contains(r.AreaId)).OrderBy(r => r.Title)
            .Select(r => new SelectListItem(r.Title, r.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(ct);
    }

    private static bool Offered(IEnumerable<SelectListItem> items, long? id) => items.Any(i => i.Value == id?.ToString(CultureInfo.InvariantCulture));
}
