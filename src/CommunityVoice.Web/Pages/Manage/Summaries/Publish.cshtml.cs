using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Pages.Manage.Elections;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Says what still stands in the way of publishing, or publishes.</summary>
[Uses(Capability.Publish)]
public sealed class PublishModel(DraftAtHand drafts, SummaryDrafts summaries, SummaryWriters writers, Sending sending, WorkingDays days, ElectionCalendar elections, ContentLibrary library, Glossary glossary, TimeProvider clock) : PageModel
{
    [BindProperty] public ElectionInput Input { get; set; } = new();

    public SummaryVersion Draft { get; private set; } = null!;
    public bool MayPublish { get; private set; }
    public IReadOnlyList<string> Unexplained => PlainWords.UnexplainedIn(Draft, glossary);
    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    /// <summary>The pre-election periods that today lies in.</summary>
    public IReadOnlyList<ElectionPeriod> Periods { get; private set; } = [];

    /// <summary>The last day to answer what would be sent today.</summary>
    public DateOnly? DueOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        await ShowAsync(draft, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        await ShowAsync(draft, ct);
        if (!MayPublish) return Forbid();
        foreach (var lack in Lacks) ModelState.TryAddModelError(lack.Field, lack.Message);
        Input.Check(Periods, ModelState, "Give a reason for publishing it in this period, or wait until it is over");
        if (!ModelState.IsValid) return this.PageWithErrors();
        try
        {
            await summaries.PublishAsync(draft, ElectionNote.Of(Periods, Input.Reason), User.Id(), ct);
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

    private async Task ShowAsync(SummaryVersion draft, CancellationToken ct)
    {
        (Draft, Lacks, DueOn) = (draft, [.. PublishingLacks.Of(draft), .. new[] { sending.LackOf(draft, clock.GetUtcNow()), PublishingLacks.Of(library) }.OfType<Lack>()], days.DueAfter(UkTime.Today(clock)));
        MayPublish = await writers.MayPublishAsync(User.Id(), draft.Summary, ct);
        Periods = await elections.OnAsync(draft.Summary.Consultation.AreaId, UkTime.Today(clock), ct);
    }
}
