using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Says how voice bodies, and people who live or work in the area, were involved in a draft.</summary>
[Uses(Capability.Plan)]
public sealed class InvolvedModel(StrategyAtHand strategies, VoiceBodies voices) : PageModel
{
    [BindProperty] public InvolvedInput Input { get; set; } = new();

    public IReadOnlyList<VoiceBodyRow> VoiceBodies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        VoiceBodies = await voices.OfAsync(draft.Strategy.AreaId, ct);
        Input = new() { Bodies = draft.BodiesInvolved, People = draft.PeopleInvolved };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        VoiceBodies = await voices.OfAsync(draft.Strategy.AreaId, ct);
        if (!ModelState.IsValid) return this.PageWithErrors();
        draft.Involve(CleanText.Of(Input.Bodies), CleanText.Of(Input.People));
        return await strategies.SaveAsync(this, draft, "involvement-described", $"Version {draft.Number}", ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    /// <summary>What the form holds.</summary>
    public sealed class InvolvedInput
    {
        [Display(Name = "How were the voice bodies involved?", Description = "Name each, what it was asked, and what came of it. Say so where one was not."), StringLength(StrategyVersion.InvolvedMaxLength)]
        public string? Bodies { get; set; }

        [Display(Name = "How were people who live or work there involved?", Description = "Those who work there and live elsewhere count too."), StringLength(StrategyVersion.InvolvedMaxLength)]
        public string? People { get; set; }
    }
}
