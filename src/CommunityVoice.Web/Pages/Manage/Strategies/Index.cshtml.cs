using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>A version in the authors' list.</summary>
public sealed record VersionRow(long Id, string Title, string Area, int Number, DateTimeOffset StartedAt, DateTimeOffset? PublishedAt);

/// <summary>Drafts and published strategies of the boards that this person plans for, and those that their bodies write too.</summary>
[Uses(Capability.Plan)]
public sealed class IndexModel(CommunityVoiceDb db, StrategyDrafts drafts, NeedsDesk needs, Permissions permissions) : PageModel
{
    public bool MayStart { get; private set; }

    /// <summary>Strategies to decide on after a new assessment of needs.</summary>
    public IReadOnlyList<RevisionQuestion> Waiting { get; private set; } = [];
    public IReadOnlyList<VersionRow> Drafts { get; private set; } = [];
    public IReadOnlyList<VersionRow> Published { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var boards = (await drafts.BoardsAsync(User.Id(), ct)).Select(b => b.Board.Id).ToList();
        MayStart = boards.Count > 0;
        Waiting = await needs.WaitingAsync(User.Id(), ct);
        var mine = await permissions.DutiesAsync(User.Id(), Capability.Plan, ct);
        var rows = await db.StrategyVersions.AsNoTracking()
            .Where(v => (boards.Contains(v.Strategy.ById) || v.Strategy.Authors.Any(a => a.SignedAt != null && a.LeftAt == null && mine.Contains(a.BodyId))) && (v.PublishedAt == null || !v.Strategy.Versions.Any(l => l.PublishedAt != null && l.Number > v.Number)))
            .OrderByDescending(v => v.Id).Take(200)
            .Select(v => new VersionRow(v.Id, v.Title, v.Strategy.Area.Name, v.Number, v.StartedAt, v.PublishedAt)).ToListAsync(ct);
        (Drafts, Published) = ([.. rows.Where(r => r.PublishedAt is null)], [.. rows.Where(r => r.PublishedAt is not null)]);
    }
}
