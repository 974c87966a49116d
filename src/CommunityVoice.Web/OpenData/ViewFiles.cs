using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Elements;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.OpenData;

/// <summary>Open data of ways to look at places: side by side, by what was missing, by what shapes health, and by where the money goes.</summary>
public sealed class ViewFiles(CommunityVoiceDb db, AreaComparisons comparisons, Gaps gaps, AreaTree tree, SharedViews shared, DeterminantList determinants, Spendings spendings, TimeProvider clock)
{
    public async Task<DataThing<ComparisonData>?> ComparisonAsync(IQueryCollection query, CancellationToken ct)
    {
        var comparison = await comparisons.OfAsync([.. query[DataPage.PlaceKey].OfType<string>().Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).Take(AreaComparisons.Most)], ct);
        return new("Places side by side", "/areas/compare" + AreaComparisons.Query(comparison.Places.Select(p => p.Slug)), [PageTag.Lists], ComparisonData.Of(comparison));
    }

    public async Task<DataThing<GapsData>?> GapsAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } area) return null;
        var (rows, own) = (await gaps.OfAsync(area, ct), await gaps.InOwnWordsAsync(area, GapWhole.MostStories, ct));
        return new($"What was missing in {area.Name}", $"/areas/{slug}/gaps", [PageTag.Area(area.Id), PageTag.Lists], new(
            slug, [.. rows.Select(r => GapData.Of(area, r))], [.. own.Select(GapStoryData.Of)], LeftOutParts.Of(await gaps.LeftOutOfAsync(area, ct))));
    }

    /// <summary>One thing that was missing; the key is the area's slug and the number.</summary>
    public async Task<DataThing<GapWhole>?> GapAsync(string key, CancellationToken ct)
    {
        var parts = key.Split('/');
        if (await FindAsync(parts[0], ct) is not { } area || await gaps.FindAsync(area, long.Parse(parts[1], CultureInfo.InvariantCulture), ct) is not { } reading) return null;
        var stories = await gaps.StoriesAsync(area, reading.Missing, 0, GapWhole.MostStories, ct);
        var whole = GapWhole.Of(area, reading, stories, LeftOutParts.Of(await gaps.LeftOutOfAsync(area, ct)));
        return new($"Missing in {area.Name}: {whole.Gap.Name}", whole.Gap.Path, [PageTag.Area(area.Id), PageTag.Lists], whole);
    }

    public async Task<DataThing<DeterminantsData>?> DeterminantsAsync(string slug, CancellationToken ct) =>
        await FindAsync(slug, ct) is not { } area ? null
            : new($"What shapes health in {area.Name}", $"/areas/{slug}/determinants", [PageTag.Area(area.Id), PageTag.Lists],
                DeterminantsData.Of(area, await PlaceDeterminants.OfAsync(db, tree, shared, area, UkTime.Today(clock), ct), determinants));

    /// <summary>Of areas above places; others have the money of each strategy.</summary>
    public async Task<DataThing<SpendingData>?> SpendingAsync(string slug, CancellationToken ct) =>
        await spendings.OfAsync(slug, ct) is not { } found ? null
            : new($"Where the money goes in {found.Area.Name}", $"/areas/{slug}/money", found.PageTags, SpendingData.Of(found));

    private Task<Area?> FindAsync(string slug, CancellationToken ct) => db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct);
}
