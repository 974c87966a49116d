using CommunityVoice.Bodies;
using CommunityVoice.Moderation;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>Decides on one comment: publish, remove with rule and reason, or ask for a change. A new decision is how one is undone.</summary>
[Uses(Capability.Moderate)]
public sealed class DecideModel(ModerationQueue queue, Deciding deciding, HouseRules rules, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty] public DecideInput Input { get; set; } = new();

    public ItemView View { get; private set; } = null!;
    public IEnumerable<Choice> Rules => rules.All.Select(r => new Choice(r.Code, r.Words, r.Note));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        (Input.Seen, Input.Rule) = (View.Item.Seen, View.LikelyRule);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        if (View.Item.NotYours is not null) return Forbid();
        if (Input.Outcome is not { } outcome) ModelState.AddModelError("", "Choose what to do");
        else if (outcome != DecisionOutcome.Published) CheckGrounds();
        if (!ModelState.IsValid) return this.PageWithErrors();

        var published = Input.Outcome == DecisionOutcome.Published;
        var verdict = new Verdict(Input.Outcome!.Value, published ? null : Input.Rule, Input.Reason?.Trim() ?? "", Input.Seen);
        var (result, decision) = await deciding.DecideAsync(id, verdict, User.Id(), ct);
        return result == DecidingOutcome.Decided ? RedirectToPage("/Moderation/Index", new { done = decision }) : await LookAgainAsync(id, ct);
    }

    private void CheckGrounds()
    {
        if (rules.Find(Input.Rule) is null) ModelState.AddModelError("Input.Rule", "Choose the house rule it breaks");
        if (string.IsNullOrWhiteSpace(Input.Reason)) ModelState.AddModelError("Input.Reason", "Say why, so that the author understands");
    }

    // What was entered stays; pressing again decides anew, on top of what happened meanwhile.
    private async Task<IActionResult> LookAgainAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refusal) return refusal;
        ModelState.Remove("Input.Seen");
        Input.Seen = View.Item.Seen;
        ModelState.AddModelError("", View.Item.WithdrawnAt is not null ? "The author has taken this comment back, so there is nothing left to decide"
            : View.Item.Decisions is [.., var last] && last.At > View.Item.EditedAt.GetValueOrDefault()
                ? $"{last.By} decided on this while you had it open: {DecisionWords.InRecord(last.Outcome).ToLowerInvariant()}. Look again before you decide anew"
                : "The author changed this comment while you had it open. Look again before you decide");
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await queue.FindAsync(User.Id(), id, ct) is not { } item) return NotFound();
        View = ItemView.Of(item, rules, clock.GetUtcNow(), inQueue: false);
        return await authorization.MayAsync(User, Capability.Moderate, item.AreaId) ? null : Forbid();
    }
}
