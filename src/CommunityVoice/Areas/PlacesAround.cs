using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>A place, as what lies in it names it.</summary>
public sealed record PlaceAround(long Id, string Name, string Slug);

/// <summary>In which place each area lies; for the views of areas above places, in which several places meet.</summary>
public sealed class PlacesAround
{
    private readonly Dictionary<long, PlaceAround> around;

    /// <summary>Links: which area contains which. What lies in several places belongs to the first of them, as they are given.</summary>
    public PlacesAround(IReadOnlyCollection<PlaceAround> places, IEnumerable<(long From, long To)> links)
    {
        around = places.ToDictionary(p => p.Id);
        var next = links.ToLookup(l => l.From, l => l.To);
        foreach (var place in places)
        {
            foreach (var area in AreaTree.Walk(place.Id, next)) around.TryAdd(area, place);
        }
    }

    /// <summary>Places that hold claim what lies in them before those that ended, of which the last to end comes first.</summary>
    public static async Task<PlacesAround> ReadAsync(CommunityVoiceDb db, IEnumerable<(long From, long To)> links, CancellationToken ct) =>
        new(await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Place).OrderBy(a => a.EndsOn != null).ThenByDescending(a => a.EndsOn).ThenBy(a => a.Id)
            .Select(a => new PlaceAround(a.Id, a.Name, a.Slug)).ToListAsync(ct), links);

    /// <summary>None for areas above places, and for those that lie in none.</summary>
    public PlaceAround? Of(long area) => around.GetValueOrDefault(area);
}
