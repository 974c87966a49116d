using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Named filters on areas.</summary>
public static class AreaQueries
{
    /// <summary>The levels that people know by name; statistical layers are for counting.</summary>
    public static readonly AreaLevel[] Known =
        [AreaLevel.Neighbourhood, AreaLevel.Ward, AreaLevel.Locality, AreaLevel.NeighbourhoodTeam, AreaLevel.Place, AreaLevel.System, AreaLevel.StrategicAuthority];

    extension(IQueryable<Area> areas)
    {
        /// <summary>Areas that people know by name.</summary>
        public IQueryable<Area> KnownToPeople() => areas.Where(a => Known.Contains(a.Level));

        /// <summary>Those that hold on a day: begun, and not ended. Lists that people choose from offer these.</summary>
        public IQueryable<Area> HoldingOn(DateOnly day) => areas.Where(a => (a.StartsOn == null || a.StartsOn <= day) && (a.EndsOn == null || day < a.EndsOn));

        /// <summary>Those that hold on a day, and those to come.</summary>
        public IQueryable<Area> NotEndedOn(DateOnly day) => areas.Where(a => a.EndsOn == null || day < a.EndsOn);

        /// <summary>The place the site is about: the one its settings name, or else the first place loaded.</summary>
        public Task<Area?> HomeAsync(string name, CancellationToken ct) => areas
            .Where(a => a.Level == AreaLevel.Place)
            .OrderByDescending(a => a.Name == name).ThenBy(a => a.Id)
            .FirstOrDefaultAsync(ct);
    }

    public static string Word(this AreaLevel level) => level switch
    {
        AreaLevel.Neighbourhood => "Neighbourhood",
        AreaLevel.LowerLayer => "Small statistical area",
        AreaLevel.MiddleLayer => "Statistical area",
        AreaLevel.Ward => "Ward",
        AreaLevel.Locality => "Locality",
        AreaLevel.NeighbourhoodTeam => "Neighbourhood team area",
        AreaLevel.Place => "Place",
        AreaLevel.System => "System",
        _ => "Strategic authority",
    };
}
