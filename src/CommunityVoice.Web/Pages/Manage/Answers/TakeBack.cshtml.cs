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

/// <summary>Takes an answer back that was entered by mistake, or whose author asks for it, with a reason.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class TakeBackModel(CommunityVoiceDb db, ConsultationAtHand consultations, CommunityVoice.OnBehalf.Answers answers) : PageModel
{
    [BindProperty] public TakeBackInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;
    public EnteredAnswer Answer { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) => await FindAsync(slug, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await FindAsync(slug, id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Done = await answers.TakeBackAsync(Consultation.Id, id, Input.Reason!.Trim(), Input.Erase, User.Id(), ct)
            ? Input.Erase ? "The answer is taken back, and its words are deleted." : "The answer is taken back." : "It was taken back already.";
        return RedirectToPage("List", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, long id, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        if (refused is not null) return refused;
        if (await db.EnteredAnswers.AsNoTracking().Include(a => a.Comment)
            .SingleOrDefaultAsync(a => a.CommentId == id && a.ConsultationId == Consultation.Id && a.TakenBackBecause == null, ct) is not { } found) return NotFound();
        Answer = found;
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class TakeBackInput
    {
        [Required(ErrorMessage = "Say why it is taken back"), StringLength(EnteredAnswer.ReasonMaxLength, ErrorMessage = "The reason must be 300 characters or fewer")]
        [Display(Name = "Why it is taken back", Description = "It stays in the record of who did what. Write no names")]
        public string? Reason { get; set; }

        [Display(Name = "Delete the words too: whoever said this asked for it")]
        public bool Erase { get; set; }
    }
}
