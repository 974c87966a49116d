using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Moderation;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>The moderators' queue: held and reported comments of their areas, the oldest first.</summary>
[Uses(Capability.Moderate)]
public sealed class IndexModel(CommunityVoiceDb db, ModerationQueue queue, HouseRules rules, TimeProvider clock) : PageModel
{
    public QueuePage Queue { get; private set; } = null!;
    public bool OnlyAtRisk { get; private set; }
    public bool IsFirstPage { get; private set; }
    public JustDecided? Done { get; private set; }

    public ItemView View(QueueItem item) => ItemView.Of(item, rules, clock.GetUtcNow(), inQueue: true);

    public async Task<IActionResult> OnGetAsync(string? after, bool risk, long? done, CancellationToken ct)
    {
        (OnlyAtRisk, IsFirstPage) = (risk, after is null);
        Queue = await queue.PageAsync(User.Id(), after, risk, ct);
        if (done is { } id) Done = await DoneAsync(id, ct);
        return Page();
    }

    private Task<JustDecided?> DoneAsync(long id, CancellationToken ct)
    {
        var me = User.Id();
        return db.Decisions.Where(d => d.Id == id && d.ModeratorId == me).Select(d => new JustDecided(
            d.CommentId, d.Outcome, rules.Words(d.Rule), d.Comment.Author != null ? d.Comment.Author.DisplayName : d.Comment.AuthorName,
            d.Comment.Author!.Email != null)).SingleOrDefaultAsync(ct);
    }
}

/// <summary>What this moderator decided a moment ago.</summary>
public sealed record JustDecided(long CommentId, DecisionOutcome Outcome, string Rule, string Author, bool AuthorHears)
{
    public string Words => Outcome switch
    {
        DecisionOutcome.Published => $"The comment by {Author} is public.",
        DecisionOutcome.Removed => $"You removed the comment by {Author}. {Rule}.",
        _ => $"You asked {Author} to change their comment. {Rule}.",
    };
}
