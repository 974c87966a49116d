using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Says what still stands in the way of publishing, or publishes.</summary>
[Uses(Capability.Plan)]
public sealed class PublishModel(StrategyAtHand strategies, StrategyDrafts drafts) : PageModel
{
    public StrategyVersion Draft { get; private set; } = null!;
    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    /// <summary>Only for its board: whoever writes it too sees what it lacks.</summary>
    public bool MayPublish { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        (Draft, Lacks, MayPublish) = (draft, StrategyLacks.Of(draft), await drafts.MayPublishAsync(User.Id(), draft.Strategy, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        if (!await drafts.MayPublishAsync(User.Id(), draft.Strategy, ct)) return Forbid();
        (Draft, Lacks, MayPublish) = (draft, StrategyLacks.Of(draft), true);
        foreach (var lack in Lacks) ModelState.TryAddModelError(lack.Field, lack.Message);
        if (!ModelState.IsValid) return this.PageWithErrors();
        try
        {
            await drafts.PublishAsync(draft, User.Id(), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Somebody changed this draft at the same moment. Look at the preview again before you publish");
            return this.PageWithErrors();
        }
        return RedirectToPage("Tasks", new { id });
    }

    /// <summary>Where a lack is put right.</summary>
    public string Link(Lack lack) => $"/manage/strategies/{Draft.Id}/" + lack.Field.Split('.') switch
    {
        ["Action", var action] => $"actions/{action}",
        ["Measure", var item] => $"measures/{item}",
        [StrategyLacks.Involved] => "involved",
        _ => "actions/new",
    };
}
