using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Reviews;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Reviews;

/// <summary>An action of a published strategy that serves an item.</summary>
public sealed record ItemAction(string Slug, string Strategy, int Number, string Title, long Pence);

/// <summary>One item of a review: every judgement of it, what they rest on, what bodies were asked about it, and what is planned for it.</summary>
public sealed class ItemModel(CommunityVoiceDb db, Exemplars exemplars, TimeProvider clock) : PageModel
{
    public Review Review { get; private set; } = null!;
    public FrameworkItem Item { get; private set; } = null!;
    public IReadOnlyList<ItemJudgement> Judgements { get; private set; } = [];
    public IReadOnlyList<TestQuestion> Questions { get; private set; } = [];
    public IReadOnlyList<AgreedImpact> Impacts { get; private set; } = [];
    public IReadOnlyList<ExemplarRow> Better { get; private set; } = [];
    public IReadOnlyList<ItemAction> Actions { get; private set; } = [];
    public IReadOnlyList<ItemThread> Threads { get; private set; } = [];
    public ILookup<long, EndedIn> Endings { get; private set; } = null!;
    public IReadOnlyDictionary<long, FindingLink> Findings { get; private set; } = null!;
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken ct)
    {
        if (await db.Reviews.AsNoTracking().Whole().SingleOrDefaultAsync(r => r.Slug == slug, ct) is not { } review) return NotFound();
        if (review.Items.FirstOrDefault(i => i.Code == code) is not { } item) return NotFound();
        (Review, Item) = (review, item);
        Judgements = [.. review.Judgements.Where(j => j.ItemId == item.Id).OrderByDescending(j => j.At).ThenByDescending(j => j.Id)];
        Questions = [.. review.QuestionsInOrder(Today).Where(q => q.ItemId == item.Id)];
        Impacts = [.. review.Impacts.Where(i => i.ItemId == item.Id).OrderByDescending(i => i.Id)];
        Threads = [.. review.ThreadsInOrder(Today).Where(t => t.ItemId == item.Id)];
        Endings = await EndedIn.OfAsync(db, [.. Threads.Select(t => t.Id)], ct);
        Findings = await FindingLink.OfAsync(db, [.. Judgements.SelectMany(j => j.Grounds).Select(g => g.FindingId).Distinct()], ct);
        Better = await exemplars.OfAsync(item.Id, ct) is [var one, ..] ? one.Rows : [];
        Actions = await db.StrategyActions.AsNoTracking()
            .Where(a => a.Items.Any(i => i.ItemId == item.Id) && a.Version.Strategy.AreaId == review.AreaId && db.StrategyVersions.Newest().Any(v => v.Id == a.VersionId))
            .OrderBy(a => a.VersionId).ThenBy(a => a.Number)
            .Select(a => new ItemAction(a.Version.Strategy.Slug, a.Version.Title, a.Number, a.Title, a.Version.Lines.Where(l => l.ActionId == a.Id).Sum(l => l.Pence))).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Review(review.Id), PageTag.Lists]);
        return Page();
    }
}
