using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Shows the figures as they are now and freezes them in the draft.</summary>
[Uses(Capability.Publish)]
public sealed class FiguresModel(CommunityVoiceDb db, DraftAtHand drafts, Figures figures, TimeProvider clock) : PageModel
{
    public SummaryVersion Draft { get; private set; } = null!;

    /// <summary>As freezing would take them.</summary>
    public IReadOnlyList<FigureView> Now { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Draft = draft;
        Now = await figures.CountAsync(draft.Summary.ConsultationId, clock.GetUtcNow(), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Draft = draft;
        var now = clock.GetUtcNow();
        await figures.FreezeAsync(draft, now, ct);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "summary.figures-frozen", "Summary", draft.SummaryId, $"Version {draft.Number}", now));
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Tasks", new { id }) : this.PageWithErrors();
    }
}
