using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Writes one section of a draft.</summary>
[Uses(Capability.Publish)]
public sealed class SectionModel(CommunityVoiceDb db, DraftAtHand drafts) : PageModel
{
    [BindProperty] public SectionInput Input { get; set; } = new();

    public SectionTemplate Template { get; private set; } = null!;

    /// <summary>What another editor wrote meanwhile.</summary>
    public string? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, string kind, CancellationToken ct)
    {
        var (draft, refused) = await FindAsync(id, kind, ct);
        if (draft is null) return refused!;
        var body = draft.Text(Template.Kind);
        Input = new() { Body = body, Seen = Seen.Of(body) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string kind, CancellationToken ct)
    {
        var (draft, refused) = await FindAsync(id, kind, ct);
        if (draft is null) return refused!;
        var body = draft.Text(Template.Kind);
        if (ModelState.IsValid && Input.Seen != Seen.Of(body))
        {
            Theirs = body;
            Seen.Tell(this, "Input.Body", "Somebody else changed this section while you were writing", () => Input.Seen = Seen.Of(body));
        }
        if (!ModelState.IsValid) return this.PageWithErrors();
        draft.Write(Template.Kind, (Input.Body ?? "").Trim().ReplaceLineEndings("\n"));
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }

    private async Task<(SummaryVersion? Draft, IActionResult? Refused)> FindAsync(long id, string kind, CancellationToken ct)
    {
        if (SectionTemplate.All.FirstOrDefault(s => string.Equals(s.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase)) is not { } template) return (null, NotFound());
        Template = template;
        return await drafts.FindDraftAsync(this, id, ct);
    }

    /// <summary>What the form holds.</summary>
    public sealed class SectionInput
    {
        [StringLength(SummarySection.BodyMaxLength)]
        public string? Body { get; set; }
        public string? Seen { get; set; }
    }
}
