using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>What a report must say about its method: how comments were read, whether saturation was reached, how people felt (rule R-B15).</summary>
[Uses(Capability.Publish)]
public sealed class MethodModel(CommunityVoiceDb db, DraftAtHand drafts) : PageModel
{
    [BindProperty] public MethodInput Input { get; set; } = new();

    public static IReadOnlyList<Choice> Readings { get; } = [.. Enum.GetValues<ReadingMethod>().Select(m => new Choice($"{m}", m.Word()))];
    public static IReadOnlyList<Choice> Saturations { get; } = [.. Enum.GetValues<Saturation>().Select(s => new Choice($"{s}", s.Word()))];
    public static IReadOnlyList<Choice> Sentiments { get; } = [.. Enum.GetValues<Sentiment>().Select(s => new Choice($"{s}", s.Word()))];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Input = new() { Reading = draft.Reading, Saturation = draft.Saturation, Sentiment = draft.Sentiment };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        if (!ModelState.IsValid) return this.PageWithErrors();
        draft.Describe(Input.Reading!.Value, Input.Saturation!.Value, Input.Sentiment!.Value);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    /// <summary>What the form holds.</summary>
    public sealed class MethodInput
    {
        [Display(Name = "How were comments read?"), Required(ErrorMessage = "Choose how comments were read")]
        public ReadingMethod? Reading { get; set; }

        [Display(Name = "Was saturation reached?", Description = "It is reached when more comments bring no new themes.")]
        [Required(ErrorMessage = "Choose whether saturation was reached")]
        public Saturation? Saturation { get; set; }

        [Display(Name = "How did people feel, taken as a whole?"), Required(ErrorMessage = "Choose how people felt")]
        public Sentiment? Sentiment { get; set; }
    }
}
