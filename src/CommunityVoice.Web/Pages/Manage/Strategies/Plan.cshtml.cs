using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Writes down one plan that a draft is tied to, new or old. Two pages share it.</summary>
[Uses(Capability.Plan)]
public sealed class PlanModel(StrategyAtHand strategies) : PageModel
{
    [BindProperty] public PlanInput Input { get; set; } = new();

    public StrategyVersion Draft { get; private set; } = null!;
    public RelatedPlan? Plan { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, long? planId, CancellationToken ct)
    {
        if (await FindAsync(id, planId, ct) is { } refused) return refused;
        if (Plan is { } plan) Input = new() { Title = plan.Title, Kind = plan.Kind, By = plan.By, Address = plan.Address, NextStep = plan.NextStep, NextOn = plan.NextOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long? planId, CancellationToken ct)
    {
        if (await FindAsync(id, planId, ct) is { } refused) return refused;
        if (Input.Address is { Length: > 0 } address && !PlanFacts.IsAddress(address.Trim())) ModelState.AddModelError("Input.Address", "Enter a whole address, such as https://www.example.org/plan");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var (facts, isNew) = (new PlanFacts(CleanText.OneLine(Input.Title), CleanText.OneLine(Input.Kind), CleanText.OneLine(Input.By), CleanText.OneLine(Input.Address), CleanText.Of(Input.NextStep), Input.NextOn), Plan is null);
        if (Plan is null) Draft.AddPlan(facts);
        else Draft.Rewrite(Plan, facts);
        if (!await strategies.SaveAsync(this, Draft, isNew ? "plan-added" : "plan-changed", facts.Title, ct)) return this.PageWithErrors();
        Done = $"“{facts.Title}” is saved.";
        return RedirectToPage("Tasks", new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, long? planId, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        (Draft, Plan) = (draft, draft.Plans.Find(p => p.Id == planId));
        return planId is not null && Plan is null ? NotFound() : null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class PlanInput
    {
        [Display(Name = "What is it called?"), Required(ErrorMessage = "Enter what the plan is called"), StringLength(RelatedPlan.TitleMaxLength)]
        public string? Title { get; set; }

        [Display(Name = "What sort of plan is it?", Description = "Such as: joint plan for health services, or assessment of needs."), Required(ErrorMessage = "Enter what sort of plan it is"), StringLength(RelatedPlan.NameMaxLength)]
        public string? Kind { get; set; }

        [Display(Name = "Whose plan is it?"), Required(ErrorMessage = "Enter whose plan it is"), StringLength(RelatedPlan.NameMaxLength)]
        public string? By { get; set; }

        [Display(Name = "Where can it be read?", Description = "Its address on the web. Leave it empty where it is not there yet."), StringLength(RelatedPlan.AddressMaxLength)]
        public string? Address { get; set; }

        [Display(Name = "Which step comes next?"), StringLength(RelatedPlan.StepMaxLength)]
        public string? NextStep { get; set; }

        [Display(Name = "When?")]
        public DateOnly? NextOn { get; set; }
    }
}
