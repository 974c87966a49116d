using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.OnBehalf;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>Takes the record of a meeting back, with a reason.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class TakeBackMeetingModel(CommunityVoiceDb db, ConsultationAtHand consultations, Meetings meetings) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why it is taken back"), StringLength(EnteredAnswer.ReasonMaxLength, ErrorMessage = "The reason must be 300 characters or fewer")]
    [Display(Name = "Why it is taken back", Description = "It stays in the record of who did what. Write no names")]
    public string? Reason { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public Meeting Meeting { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) => await FindAsync(slug, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Done = await meetings.TakeBackAsync(Consultation.Id, id, Reason!.Trim(), User.Id(), ct) ? "The meeting is taken back." : "It was taken back already.";
        return RedirectToPage("List", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        if (refused is not null) return refused;
        if (await db.Meetings.AsNoTracking().Standing().Include(m => m.Points).SingleOrDefaultAsync(m => m.Id == id && m.ConsultationId == Consultation.Id, ct) is not { } found) return NotFound();
        Meeting = found;
        return null;
    }
}
