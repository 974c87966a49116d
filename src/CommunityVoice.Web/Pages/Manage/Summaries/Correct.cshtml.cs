using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Starts a new version that corrects the published one.</summary>
[Uses(Capability.Publish)]
public sealed class CorrectModel(CommunityVoiceDb db, DraftAtHand drafts, SummaryDrafts summaries) : PageModel
{
    [BindProperty] public CorrectInput Input { get; set; } = new();

    public SummaryVersion Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        await db.Entry(Version.Summary).Collection(s => s.Versions).LoadAsync(ct);
        try
        {
            var draft = await summaries.CorrectAsync(Version.Summary, Input.Note!, User.Id(), ct);
            return RedirectToPage("Tasks", new { id = draft.Id });
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            return RedirectToPage("Correct", new { id }); // somebody else began one in the same instant: go there
        }
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await drafts.FindAsync(this, id, ct);
        if (version is null) return refused;
        Version = version;
        if (version.IsDraft) return RedirectToPage("Tasks", new { id });
        // A correction starts from the newest version; where one is being written, that is where to go on.
        var newest = await db.SummaryVersions.Where(v => v.SummaryId == version.SummaryId).OrderByDescending(v => v.Number).Select(v => v.Id).FirstAsync(ct);
        return newest == id ? null : RedirectToPage("Tasks", new { id = newest });
    }

    /// <summary>What the form holds.</summary>
    public sealed class CorrectInput
    {
        [Display(Name = "What is corrected?", Description = "One or two sentences that stand on both versions.")]
        [Required(ErrorMessage = "Say what is corrected"), StringLength(SummaryVersion.CorrectionMaxLength)]
        public string? Note { get; set; }
    }
}
