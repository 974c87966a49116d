using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>Brings recommendations of one summary before another body, with a reason that everybody can read.</summary>
[Uses(Capability.Publish)]
public sealed class EscalateModel(RecommendationAtHand recommendations, EscalationDesk desk, SummaryWriters writers, Addressees addressees, WorkingDays days, CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    private List<Recommendation> sent = [];
    private List<Body> bodies = [];

    [BindProperty] public EscalateInput Input { get; set; } = new();

    public Recommendation Recommendation { get; private set; } = null!;
    public int WorkingDays => days.DaysToAnswer;
    public IReadOnlyList<SelectListItem> Bodies => [.. bodies.Select(b => new SelectListItem(b.Name, b.Slug))];
    public IReadOnlyList<SelectListItem> Sent => [.. sent.Select(r => new Choice($"{r.Id}", r.Ask, $"To {r.Addressee.Name}: {r.Responses.MaxBy(x => x.Number)?.Kind.Word() ?? r.StateOn(UkTime.Today(clock)).Word()}"))];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Input.Recommendations = [id];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        var chosen = sent.FindAll(r => Input.Recommendations.Contains(r.Id));
        if (chosen.Count == 0) ModelState.AddModelError("Input.Recommendations", "Choose what it is about");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (bodies.Find(b => b.Slug == Input.To) is not { } to) return BadRequest();
        if (await desk.SendAsync(Recommendation.Summary, to, Input.Reason!.Trim(), chosen, User.Id(), ct) is { } escalation)
        {
            TempData["Done"] = $"{to.Name} is told, and everybody can see it.";
            return RedirectToPage("Escalation", new { id = escalation.Id });
        }
        ModelState.AddModelError("", $"The bank holidays after {days.LastYear} are not known here, so no last day can be set. Ask whoever runs this site to add them");
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (found, refused) = await recommendations.FindAsEditorAsync(this, id, ct);
        if (found is null) return refused;
        Recommendation = found;
        sent = await db.Recommendations.Sent().Include(r => r.Addressee).Include(r => r.Responses).Include(r => r.Pauses).Where(r => r.SummaryId == found.SummaryId && r.WithdrawnAt == null).OrderBy(r => r.Number).ToListAsync(ct);
        var wrote = await writers.WroteAsync(found.Summary, ct); // nobody judges that
        bodies = [.. (await addressees.ForEscalationAsync(found.Summary.Consultation.AreaId, ct)).Where(b => !wrote.Contains(b.Id)).OrderByDescending(b => b.Kind == BodyKind.Scrutiny).ThenByDescending(b => b.Kind == BodyKind.NationalBody).ThenBy(b => b.Name, StringComparer.Ordinal)];
        return found.WithdrawnAt is null ? null : RedirectToPage("Details", new { id });
    }

    /// <summary>What the form holds.</summary>
    public sealed class EscalateInput
    {
        [Display(Name = "What is it about?")]
        public List<long> Recommendations { get; set; } = [];

        [Display(Name = "Before whom?", Description = "A scrutiny committee, a national body, or another that may answer here."), Required(ErrorMessage = "Choose before whom you bring it")]
        public string? To { get; set; }

        [Display(Name = "Why?", Description = "Everybody can read this."), Required(ErrorMessage = "Say why you bring it before them"), StringLength(Escalation.TextMaxLength)]
        public string? Reason { get; set; }
    }
}
