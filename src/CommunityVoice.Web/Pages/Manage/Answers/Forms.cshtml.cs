using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.OnBehalf;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>Makes forms to print, and lists the printings with how many came back.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class FormsModel(ConsultationAtHand consultations, AnswerForms forms) : PageModel
{
    [BindProperty, Display(Name = "How many forms", Description = "One for each person, up to 100 at a time")]
    public string? Count { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<FormRun> Runs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!int.TryParse(Count?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > AnswerForms.MostAtOnce)
        {
            ModelState.AddModelError(nameof(Count), $"Enter a number from 1 to {AnswerForms.MostAtOnce}");
            return this.PageWithErrors();
        }
        var run = await forms.MakeAsync(Consultation, count, User.Id(), ct);
        return RedirectToPage("PrintForms", new { slug, run });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        if (refused is null) Runs = await forms.RunsAsync(Consultation.Id, ct);
        return refused;
    }
}
