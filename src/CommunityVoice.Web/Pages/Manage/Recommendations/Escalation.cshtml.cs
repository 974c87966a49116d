using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>What was brought before a body: it says here that it has it, and what comes of it.</summary>
[Authorize]
public sealed class EscalationModel(EscalationDesk desk, Permissions permissions, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "What comes of it?", Description = "What you looked into, what you found, and what you ask of whom."), StringLength(Escalation.TextMaxLength)]
    public string? Answer { get; set; }

    public Escalation Escalation { get; private set; } = null!;
    public bool IsAsked { get; private set; }
    public EscalationState State => Escalation.StateOn(UkTime.Today(clock));

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, string? step, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!IsAsked) return Forbid();
        if (step == "acknowledge")
        {
            // Pressed twice: it is acknowledged already.
            if (Escalation is { AcknowledgedAt: null, AnsweredAt: null } && await desk.AcknowledgeAsync(Escalation, User.Id(), ct)) Done = "Everybody can see now that you have it.";
            return RedirectToPage(new { id });
        }
        if (string.IsNullOrWhiteSpace(Answer)) ModelState.AddModelError("Answer", "Say what comes of it");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Escalation.AnsweredAt is not null || !await desk.AnswerAsync(Escalation, Answer!.Trim(), User.Id(), ct)) return this.Tell();
        Done = "Your answer is public, and those who brought it are told.";
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } escalation) return NotFound();
        if (!User.HasSecondFactor()) return Forbid();
        Escalation = escalation;
        IsAsked = (await permissions.DutiesAsync(User.Id(), Capability.Respond, ct)).Contains(escalation.ToId);
        return IsAsked || await authorization.MayAsync(User, Capability.Publish, escalation.Summary.Consultation.AreaId) ? null : Forbid();
    }
}
