using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Writes one finding, new or old, and lists what it rests on.</summary>
[Uses(Capability.Publish)]
public sealed class FindingModel(CommunityVoiceDb db, DraftAtHand drafts, EvidencePicker picker) : PageModel
{
    [BindProperty] public FindingInput Input { get; set; } = new();

    public SummaryVersion Draft { get; private set; } = null!;
    public Finding? Finding { get; private set; }
    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, long? findingId, CancellationToken ct)
    {
        if (await FindAsync(id, findingId, ct) is { } refused) return refused;
        Input = new() { Heading = Finding?.Heading, Body = Finding?.Body, Theme = Finding?.ThemeId, Seen = Mark };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long? findingId, CancellationToken ct)
    {
        if (await FindAsync(id, findingId, ct) is { } refused) return refused;
        if (Input.Theme is { } theme && !Themes.Any(t => t.Value == $"{theme}")) return BadRequest();
        if (ModelState.IsValid && Input.Seen != Mark)
        {
            Seen.Tell(this, "Input.Body", $"Somebody else changed this finding to “{Finding?.Heading}: {Finding?.Body}”", () => Input.Seen = Mark);
        }
        if (!ModelState.IsValid) return this.PageWithErrors();
        var body = Input.Body!.Trim().ReplaceLineEndings("\n");
        if (Finding is null) Finding = Draft.AddFinding(Input.Heading!.Trim(), body, Input.Theme);
        else Draft.Rewrite(Finding, Input.Heading!.Trim(), body, Input.Theme);
        if (!await Seen.SaveAsync(db, this, ct)) return this.PageWithErrors();
        return Finding.Citations.Count == 0 ? RedirectToPage("Comments", new { id, findingId = Finding.Id }) : RedirectToPage("Findings", new { id });
    }

    private string Mark => Seen.Of(Finding?.Heading ?? "", Finding?.Body ?? "", $"{Finding?.ThemeId}");

    private async Task<IActionResult?> FindAsync(long id, long? findingId, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        (Draft, Finding) = (draft, draft.Findings.Find(f => f.Id == findingId));
        Themes = await picker.ThemesAsync(draft.Summary.ConsultationId, ct);
        return findingId is not null && Finding is null ? NotFound() : null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class FindingInput
    {
        [Display(Name = "The finding in one sentence"), Required(ErrorMessage = "Enter the finding"), StringLength(Finding.HeadingMaxLength)]
        public string? Heading { get; set; }

        [Display(Name = "What was said", Description = "Who said it, how widely, and what differs. What only one person said counts too.")]
        [Required(ErrorMessage = "Write what was said"), StringLength(SummarySection.BodyMaxLength)]
        public string? Body { get; set; }

        [Display(Name = "Theme")]
        public long? Theme { get; set; }
        public string? Seen { get; set; }
    }
}
