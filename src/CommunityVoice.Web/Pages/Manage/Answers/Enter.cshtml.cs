using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.OnBehalf;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>Enters one answer after the other, by keyboard: the cursor is back in the first box, and what repeats stays filled.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class EnterModel(ConsultationAtHand consultations, CommunityVoice.OnBehalf.Answers answers, TimeProvider clock) : PageModel
{
    [BindProperty] public AnswerInput Input { get; set; } = new();
    [FromQuery] public Sitting Sitting { get; set; } = new();
    [FromQuery] public string? Code { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input.Code = Code;
        Input.Channel = Sitting.Channel ?? (Code is null ? null : EntryChannel.Paper);
        (Input.ReceivedOn, Input.Voice) = (Sitting.Came ?? UkTime.Today(clock), Sitting.Voice);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Input.ReceivedOn > UkTime.Today(clock)) ModelState.AddModelError("Input.ReceivedOn", "The day it came cannot be after today");
        if (Input.AreaId is { } area && !Areas.Any(a => a.Value == $"{area}")) ModelState.AddModelError("Input.AreaId", "Choose an area from the list");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var entered = await answers.EnterAsync(Consultation.Id, Input.Answer(), User.Id(), ct);
        if (entered.Comment is null)
        {
            var (field, message) = Fault(entered.Outcome);
            ModelState.AddModelError(field, message);
            return this.PageWithErrors();
        }
        if (entered.Outcome == AnswerOutcome.Held) Done = "a moderator looks at it first. " + entered.Comment.HeldBecause;
        return Redirect($"/manage/consultations/{slug}/answers/new{Sitting.Query(Sitting.Saved + 1, Input)}");
    }

    private static (string Field, string Message) Fault(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.NoSuchCode => ("Input.Code", "No form has this code: check it letter by letter"),
        AnswerOutcome.CodeOfAnother => ("Input.Code", "This code is of a form for another question: start from the code on “Answers given elsewhere”"),
        AnswerOutcome.CodeUsed => ("Input.Code", "The form with this code is entered already. Check the code, or take that answer back first"),
        AnswerOutcome.NotInTime => ("Input.ReceivedOn", "It has to have come while the question was open, and before it was decided"),
        _ => ("", "You no longer act for an organisation that may enter answers here"),
    };

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        if (refused is null) Areas = await consultations.AreasAsync(Consultation, ct);
        return refused;
    }
}
