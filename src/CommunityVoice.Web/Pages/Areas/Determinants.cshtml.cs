using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>What shapes health in an area outside health care, by determinant, beside the index of deprivation.</summary>
public sealed class DeterminantsModel(CommunityVoiceDb db, AreaTree tree, SharedViews shared, DeterminantList list, TimeProvider clock) : PageModel
{
    private const double MapWidth = 440;

    public Area Area { get; private set; } = null!;
    public PlaceDeterminants All { get; private set; } = null!;
    public PlaceDeterminants Shown { get; private set; } = null!;
    public Determinant? Of { get; private set; }

    /// <summary>Only parts that hold small areas among the most deprived tenth or fifth are listed.</summary>
    public string? Among { get; private set; }
    public IReadOnlyList<DeprivedPart> Parts { get; private set; } = [];
    public AreaMap? Map { get; private set; }
    public DeterminantList List => list;

    /// <summary>Those that something is marked with, in the order of the list.</summary>
    public IEnumerable<Determinant> Offered => list.All.Where(d => All.Marked.Contains(d.Code));

    public async Task<IActionResult> OnGetAsync(string slug, string? of, string? among, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        (Area, Of) = (area, list.Find(of));
        All = await PlaceDeterminants.OfAsync(db, tree, shared, area, UkTime.Today(clock), ct);
        Shown = Of is { } chosen ? All.About(chosen.Code) : All;
        Among = among is "tenth" or "fifth" ? among : null;
        Parts = [.. All.Parts.Where(p => Among is null || (Among == "tenth" ? p.Deprivation.InMostTenth : p.Deprivation.InMostFifth) > 0).OrderByDescending(ShareInMostFifth).ThenBy(p => p.Name, StringComparer.Ordinal)];
        Map = AreaMap.Of(All.Parts.Select(p => (p.Slug, p.Name, p.Boundary)), MapWidth);
        HttpContext.ShowsPages([PageTag.Area(area.Id), PageTag.Lists], ["of", "among"]);
        return Page();
    }

    /// <summary>How dark a part is on the map: 0 where none of its small areas is in the most deprived fifth, 4 where three in four are or more.</summary>
    public int ShadeOf(string slug) => (int)Math.Ceiling(Math.Min(ShareInMostFifth(All.Parts.First(p => p.Slug == slug)), 0.76) * 4);

    public string Address(string? of, string? among)
    {
        var query = new QueryBuilder();
        if (of is not null) query.Add("of", of);
        if (among is not null) query.Add("among", among);
        return $"/areas/{Area.Slug}/determinants{query}";
    }

    private static double ShareInMostFifth(DeprivedPart part) => (double)part.Deprivation.InMostFifth / part.Deprivation.SmallAreas;
}
