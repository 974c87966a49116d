using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.OnBehalf;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>Writes a meeting down: where, when, about how many and who, and what was said as points.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class NewMeetingModel(ConsultationAtHand consultations, Meetings meetings, TimeProvider clock) : PageModel
{
    [BindProperty] public MeetingInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        return refused ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        if (refused is not null) return refused;
        var points = CommunityVoice.OnBehalf.Meetings.PointsOf(Input.Points);
        Input.Check(ModelState, points, UkTime.Today(clock));
        if (Input.HeldOn is { } day && ModelState.IsValid && !CommunityVoice.OnBehalf.Answers.InTime(Consultation, day))
            ModelState.AddModelError("Input.HeldOn", "It has to have been while the question was open, and before it was decided");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (await meetings.RecordAsync(Consultation, Input.Facts(), points, User.Id(), ct) is not { } meeting) return Forbid();
        Done = "The meeting is saved." + Waiting([.. meeting.Points.Select(p => p.HeldBecause).OfType<string>()]);
        return RedirectToPage("List", new { slug });
    }

    private static string Waiting(IReadOnlyList<string> reasons) =>
        reasons.Count == 0 ? "" : $" A moderator looks at {Words.Count(reasons.Count, "point", "points")} first. {string.Join(" ", reasons.Distinct(StringComparer.Ordinal))}";
}
