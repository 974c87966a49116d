using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>One line of the list of areas; <c>Depth</c> is how deep it lies within the areas above it.</summary>
public sealed record AreaRow(string Slug, string Name, AreaLevel Level, int? Population, int Depth);

/// <summary>An area that is no more.</summary>
public sealed record EndedAreaRow(string Slug, string Name, DateOnly EndsOn);

/// <summary>Every area people know by name, each under the one that contains it.</summary>
public sealed class IndexModel(CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    private const int MostEnded = 100;

    [System.ComponentModel.DataAnnotations.Display(Name = "Your postcode")]
    public string? Postcode { get; }

    public IReadOnlyList<AreaRow> Areas { get; private set; } = [];
    public IReadOnlyList<EndedAreaRow> Ended { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var areas = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(today)
            .Select(a => new { a.Id, a.Slug, a.Name, a.Level, a.Population }).ToDictionaryAsync(a => a.Id, ct);
        var inside = (await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Contains && (l.StartsOn == null || l.StartsOn <= today) && (l.EndsOn == null || l.EndsOn > today))
            .Select(l => new { l.FromId, l.ToId }).ToListAsync(ct)).Where(l => areas.ContainsKey(l.FromId) && areas.ContainsKey(l.ToId)).ToList();
        var under = inside.ToLookup(l => l.FromId, l => l.ToId);
        var contained = inside.Select(l => l.ToId).ToHashSet();
        var rows = new List<AreaRow>();
        var seen = new HashSet<long>();

        void Add(long id, int depth)
        {
            if (!seen.Add(id)) return;
            var area = areas[id];
            rows.Add(new AreaRow(area.Slug, area.Name, area.Level, area.Population, depth));
            foreach (var child in under[id].OrderBy(c => areas[c].Level).ThenBy(c => areas[c].Name, StringComparer.Ordinal)) Add(child, depth + 1);
        }

        foreach (var top in areas.Values.Where(a => !contained.Contains(a.Id)).OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal)) Add(top.Id, 0);
        Areas = rows;
        Ended = await db.Areas.AsNoTracking().KnownToPeople().Where(a => a.EndsOn <= today && (a.StartsOn == null || a.StartsOn < a.EndsOn)).OrderByDescending(a => a.EndsOn).ThenBy(a => a.Name).ThenBy(a => a.Id)
            .Take(MostEnded).Select(a => new EndedAreaRow(a.Slug, a.Name, a.EndsOn!.Value)).ToListAsync(ct);
        HttpContext.ShowsPages([]);
    }
}
