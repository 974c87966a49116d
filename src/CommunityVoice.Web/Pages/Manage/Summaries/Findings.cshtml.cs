using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>The findings of a draft: their order, and what each still lacks.</summary>
[Uses(Capability.Publish)]
public sealed class FindingsModel(CommunityVoiceDb db, DraftAtHand drafts) : PageModel
{
    public SummaryVersion Draft { get; private set; } = null!;

    public bool Lacks(Finding finding) => PublishingLacks.Of(Draft).Any(l => l.Field == PublishingLacks.Field(finding));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Draft = draft;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long? up, long? down, long? delete, CancellationToken ct)
    {
        var (finding, refused) = await drafts.FindFindingAsync(this, id, up ?? down ?? delete ?? 0, ct);
        if (finding is null) return refused!;
        Draft = finding.Version;
        if (delete is not null) Draft.Remove(finding);
        else Draft.Move(finding, up: up is not null);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage(new { id }) : this.PageWithErrors();
    }
}
