using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>A version in the editors' list.</summary>
public sealed record VersionRow(long Id, string Title, string Consultation, int Number, DateTimeOffset StartedAt, DateTimeOffset? PublishedAt);

/// <summary>Drafts and published summaries of the bodies that this person publishes for, those that their bodies write too, and those whose body publishes no longer.</summary>
[Uses(Capability.Publish)]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, SummaryWriters writers) : PageModel
{
    public IReadOnlyList<VersionRow> Drafts { get; private set; } = [];
    public IReadOnlyList<VersionRow> Published { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.Publish, ct);
        var mine = await permissions.DutiesAsync(User.Id(), Capability.Publish, ct);
        var left = await writers.LeftAsync(areas, ct);
        var rows = await db.SummaryVersions.AsNoTracking()
            .Where(v => areas.Contains(v.Summary.Consultation.AreaId)
                && (mine.Contains(v.Summary.ById) || left.Contains(v.SummaryId) || v.Summary.Authors.Any(a => a.SignedAt != null && a.LeftAt == null && mine.Contains(a.BodyId)))
                && (v.PublishedAt == null || !v.Summary.Versions.Any(l => l.PublishedAt != null && l.Number > v.Number)))
            .OrderByDescending(v => v.Id).Take(200)
            .Select(v => new VersionRow(v.Id, v.Title, v.Summary.Consultation.Title, v.Number, v.StartedAt, v.PublishedAt)).ToListAsync(ct);
        (Drafts, Published) = ([.. rows.Where(r => r.PublishedAt is null)], [.. rows.Where(r => r.PublishedAt is not null)]);
    }
}
