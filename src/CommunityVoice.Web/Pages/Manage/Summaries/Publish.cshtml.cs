using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Says what still stands in the way of publishing, or publishes.</summary>
[Uses(Capability.Publish)]
public sealed class PublishModel(DraftAtHand drafts, SummaryDrafts summaries, Sending sending, WorkingDays days, ContentLibrary library, TimeProvider clock) : PageModel
{
    public SummaryVersion Draft { get; private set; } = null!;
    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    /// <summary>The last day to answer what would be sent today.</summary>
    public DateOnly? DueOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Show(draft);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        Show(draft);
        foreach (var lack in Lacks) ModelState.TryAddModelError(lack.Field, lack.Message);
        if (!ModelState.IsValid) return this.PageWithErrors();
        try
        {
            await summaries.PublishAsync(draft, User.Id(), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody changed this draft at the same moment. Look at the preview again before you publish");
            return this.PageWithErrors();
        }
        return RedirectToPage("Tasks", new { id });
    }

    /// <summary>Where a lack is put right.</summary>
    public string Link(Lack lack) => $"/manage/summaries/{Draft.Id}/" + lack.Field.Split('.') switch
    {
        ["Section", var kind] => $"sections/{kind.ToLowerInvariant()}",
        ["Finding", var finding] => $"findings/{finding}",
        ["Recommendation", var recommendation] => $"recommendations/write/{recommendation}",
        [PublishingLacks.Clock] => "recommendations",
        [PublishingLacks.Figures] => "figures",
        [PublishingLacks.Method] => "method",
        [PublishingLacks.Answer] => "title",
        _ => "findings",
    };

    private void Show(SummaryVersion draft) =>
        (Draft, Lacks, DueOn) = (draft, [.. PublishingLacks.Of(draft), .. new[] { sending.LackOf(draft, clock.GetUtcNow()), PublishingLacks.Of(library) }.OfType<Lack>()], days.DueAfter(UkTime.Today(clock)));
}
