using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Assesses what could tell of single people before it is published (rule R-C14). A new assessment takes the place of the last; all are kept.</summary>
[Uses(Capability.Publish)]
public sealed class DisclosureModel(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DisclosureInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;
    public IReadOnlyList<(DisclosureAssessment Assessment, string? By)> Before { get; private set; } = [];
    public bool MayConsult { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public static IReadOnlyList<Choice> Sensitivities { get; } =
        [new("Low", "Little", "Such as which bus route comes first."), new("Some", "Somewhat"), new("High", "Much", "Such as anything about health, money, faith or family.")];

    public static IReadOnlyList<Choice> Linkabilities { get; } =
        [new("Low", "Hardly"), new("Some", "With some effort"), new("High", "Easily", "Such as in a place or a group where people know each other.")];

    /// <summary>What there is to assess, with the newest assessment of each.</summary>
    public IReadOnlyList<(Dataset Dataset, DisclosureAssessment? Newest)> States { get; private set; } = [];
    public IEnumerable<Choice> Datasets => States.Select(s => new Choice($"{s.Dataset}", s.Dataset.Title()));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        Input.Datasets = [.. States.Where(s => s.Newest is null).Select(s => s.Dataset)]; // what waits is what they came for
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var answers = new DisclosureAnswers(Input.Population!.Value, Input.Sensitivity!.Value, Input.Linkability!.Value, Input.Reasons!.Trim());
        var may = Input.MayBePublished!.Value;
        List<Dataset> looked = [.. States.Select(s => s.Dataset).Where(Input.Datasets.Contains)];
        foreach (var dataset in looked)
        {
            db.DisclosureAssessments.Add(new DisclosureAssessment(Shown.Id, dataset, answers, may, User.Id(), clock.GetUtcNow()));
            db.ActivityEntries.Add(new ActivityEntry(User.Id(), "consultation.disclosure-assessed", nameof(Consultation), Shown.Id,
                FormattableString.Invariant($"{dataset}: {(may ? "may" : "may not")} be published; {answers.Population} people, sensitivity {answers.Sensitivity}, linkability {answers.Linkability}"), clock.GetUtcNow()));
        }
        await db.SaveChangesAsync(ct);
        Done = $"Saved. {string.Join("; ", looked.Select(d => d.Title()))}: they are {(may ? "" : "not ")}shown.";
        return RedirectToPage(new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Publish, consultation.AreaId)) return Forbid();
        Shown = consultation;
        MayConsult = await authorization.MayAsync(User, Capability.Consult, consultation.AreaId);
        var newest = await db.DisclosureAssessments.AsNoTracking().NewestAsync(consultation.Id, ct);
        States = [.. consultation.Datasets().Select(d => (d, newest.GetValueOrDefault(d)))];
        var found = await db.DisclosureAssessments.AsNoTracking().Where(a => a.ConsultationId == consultation.Id).OrderByDescending(a => a.Id).Take(50)
            .Select(a => new { Assessment = a, By = db.People.Where(p => p.Id == a.ById).Select(p => p.DisplayName).FirstOrDefault() }).ToListAsync(ct);
        Before = found.ConvertAll(a => (a.Assessment, a.By));
        return null;
    }
}
