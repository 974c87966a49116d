using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Pages;

/// <summary>A published summary as a card shows it.</summary>
public sealed record SummaryLink(string Slug, string Title, string Consultation, DateTimeOffset PublishedAt);

/// <summary>The front page: where you live, what is open, what was heard.</summary>
public sealed class IndexModel(CommunityVoiceDb db, AreaTree tree, IOptions<SiteOptions> site, TimeProvider clock) : PageModel
{
    private const int Cards = 6;

    [Display(Name = "Your postcode")]
    public string? Postcode { get; }

    public Area? Place { get; private set; }
    public AreaMap? Map { get; private set; }
    public IReadOnlyList<ConsultationLink> Open { get; private set; } = [];
    public IReadOnlyList<SummaryLink> Heard { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Place = await db.Areas.AsNoTracking().HomeAsync(site.Value.Place, ct);
        if (Place is not null)
        {
            var within = await tree.WithinAsync(Place.Id, UkTime.Day(now), ct);
            var wards = await db.Areas.AsNoTracking().HoldingOn(UkTime.Today(clock)).Where(a => within.Contains(a.Id) && a.Level == AreaLevel.Ward).OrderBy(a => a.Name)
                .Select(a => new { a.Slug, a.Name, a.Boundary }).ToListAsync(ct);
            Map = AreaMap.Of(wards.Select(w => (w.Slug, w.Name, w.Boundary)), 440);
        }
        Open = await db.Consultations.AsNoTracking().OpenAt(now)
            .OrderBy(c => c.ClosesAt == null).ThenBy(c => c.ClosesAt).ThenBy(c => c.Id).Take(Cards)
            .Select(c => new ConsultationLink(c.Slug, c.Title, c.Question, c.OpensOn, c.ClosesOn, c.Comments, c.People, c.Area.Name)).ToListAsync(ct);
        Heard = await db.SummaryVersions.AsNoTracking().Where(v => v.PublishedAt != null && v.Number == 1)
            .OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).Take(3)
            .Select(v => new SummaryLink(v.Summary.Slug, v.Title, v.Summary.Consultation.Title, v.PublishedAt!.Value)).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Lists], until: await NextChangeAsync(now, ct));
    }

    /// <summary>When the next consultation opens or closes, this page shows something else.</summary>
    private async Task<DateTimeOffset?> NextChangeAsync(DateTimeOffset now, CancellationToken ct)
    {
        var opens = await db.Consultations.Where(c => c.PublishedAt != null && c.OpensAt > now).MinAsync(c => c.OpensAt, ct);
        var closes = await db.Consultations.Where(c => c.PublishedAt != null && c.ClosesAt > now).MinAsync(c => c.ClosesAt, ct);
        return opens is null || closes < opens ? closes : opens;
    }
}
