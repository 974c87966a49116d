using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Writes one recommendation of a draft, new or old. What is vague or too much is warned about, and can be kept for a reason.</summary>
[Uses(Capability.Publish)]
public sealed class WriteRecommendationModel(CommunityVoiceDb db, DraftAtHand drafts, Addressees addressees) : PageModel
{
    [BindProperty] public RecommendationInput Input { get; set; } = new();

    public SummaryVersion Draft { get; private set; } = null!;
    public Recommendation? Recommendation { get; private set; }
    public IReadOnlyList<Body> Bodies { get; private set; } = [];
    public IEnumerable<SelectListItem> BodyItems => Bodies.Select(b => new SelectListItem(b.Name, $"{b.Id}"));
    public IEnumerable<SelectListItem> FindingItems => Draft.InOrder.Select((f, i) => new SelectListItem($"{i + 1}. {f.Heading}", $"{f.Id}"));

    /// <summary>Whether the form asks why the ask stands as it is.</summary>
    public bool AsksForReason { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, long? recommendationId, CancellationToken ct)
    {
        if (await FindAsync(id, recommendationId, ct) is { } refused) return refused;
        Input = RecommendationInput.Of(Recommendation);
        Input.Seen = Input.Mark();
        AsksForReason = Input.WarningReason is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long? recommendationId, CancellationToken ct)
    {
        if (await FindAsync(id, recommendationId, ct) is { } refused) return refused;
        var body = Bodies.FirstOrDefault(b => b.Id == Input.Addressee);
        if (Input.Addressee is not null && body is null) return BadRequest();
        Input.Clean();
        var findings = Draft.Findings.FindAll(f => Input.Findings.Contains(f.Id));
        if (findings.Count == 0) ModelState.TryAddModelError("Input.Findings", "Choose at least one finding");
        await WarnAsync(ct);
        var there = RecommendationInput.Of(Recommendation).Mark();
        if (ModelState.IsValid && Input.Seen != there) Seen.Tell(this, "Input.Ask", $"Somebody else changed this recommendation to “{Recommendation?.Ask}”", () => Input.Seen = there);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var text = new RecommendationText(Input.Ask!, body!, Input.Rationale!, Input.Measure!, findings, Input.WarningReason);
        if (Recommendation is null) Draft.Recommend(text);
        else Recommendation.Rewrite(text);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Recommendations", new { id }) : this.PageWithErrors();
    }

    private async Task WarnAsync(CancellationToken ct)
    {
        if (Input.Ask!.Length == 0) return;
        var others = await db.Recommendations.CountAsync(r => r.SummaryId == Draft.SummaryId && r.WithdrawnAt == null && (Recommendation == null || r.Id != Recommendation.Id), ct);
        var warnings = AskCheck.Warnings(Input.Ask, others);
        AsksForReason = warnings.Count > 0;
        if (warnings.Count == 0) Input.WarningReason = null;
        else if (Input.WarningReason is null) ModelState.TryAddModelError("Input.Ask", $"{string.Join(". ", warnings)}. Or say below why it stands as it is");
    }

    private async Task<IActionResult?> FindAsync(long id, long? recommendationId, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        (Draft, Recommendation) = (draft, draft.Recommendations.Find(r => r.Id == recommendationId));
        Bodies = await addressees.OfAsync(draft.Summary.Consultation.AreaId, ct);
        return recommendationId is not null && Recommendation is null ? NotFound() : null;
    }
}
