using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>What the database holds of a place after an import.</summary>
public sealed record AreaTotals(string Place, int People, int Wards, int Localities, int Postcodes, int Boundaries);

/// <summary>
/// Loads a place from open geography: its areas and what contains what, populations, boundaries, postcodes and deprivation. Running it
/// again changes what changed and doubles nothing.
/// </summary>
public sealed class AreaImport(CommunityVoiceDb db, TimeProvider clock)
{
    private const int Step = 2000;
    private readonly Dictionary<string, Area> byCode = new(StringComparer.Ordinal);
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);
    private readonly DateOnly today = UkTime.Today(clock);
    private HashSet<(long, long, AreaLinkKind)> links = [];

    // What was linked for good: a link with days tells of what followed what, and a link out of an area that is no more of how it was.
    private IQueryable<AreaLink> Lasting => db.AreaLinks.Where(l => l.StartsOn == null && l.EndsOn == null && (l.From.EndsOn == null || l.From.EndsOn > today));

    /// <exception cref="InvalidDataException">The folder holds no postcode list, or one with a team's area that lies in another place.</exception>
    public async Task<AreaTotals> RunAsync(AreaFiles files, IProgress<string> progress, CancellationToken ct)
    {
        if (files.Postcodes.Count == 0) throw new InvalidDataException("The folder holds no postcode list (a CSV with the columns postcode and ward_code).");
        foreach (var area in await db.Areas.ToListAsync(ct))
        {
            if (area.Code is not null) byCode[area.Code] = area;
            slugs.Add(area.Slug);
        }
        slugs.UnionWith(await db.FormerSlugs.Where(f => f.Kind == FormerSlug.OfArea).Select(f => f.Slug).ToListAsync(ct));
        links = [.. (await db.AreaLinks.Select(l => new { l.FromId, l.ToId, l.Kind }).ToListAsync(ct)).Select(l => (l.FromId, l.ToId, l.Kind))];

        var place = files.Postcodes.Select(p => (p.PlaceCode, p.PlaceName)).Distinct().Single();
        await RefuseTeamsOfOthersAsync(files.Postcodes, place.PlaceCode, ct);
        await AddAreasAsync(files, progress, ct);
        await AddPopulationsAsync(files, progress, ct);
        await AddPostcodesAsync(files.Postcodes, progress, ct);
        await new DeprivationImport(db, byCode).RunAsync(files, progress, ct);
        db.ActivityEntries.Add(new ActivityEntry(null, "areas.imported", "Area", byCode[place.PlaceCode].Id, $"{files.Postcodes.Count} postcodes", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return await TotalsAsync(place.PlaceCode, ct);
    }

    public async Task<AreaTotals> TotalsAsync(string placeCode, CancellationToken ct)
    {
        var place = await db.Areas.SingleAsync(a => a.Code == placeCode, ct);
        var within = await new AreaTree(db).WithinAsync(place.Id, UkTime.Today(clock), ct);
        var areas = await db.Areas.Where(a => within.Contains(a.Id)).Select(a => new { a.Id, a.Level, Drawn = a.Boundary != null }).ToListAsync(ct);
        var wards = areas.Where(a => a.Level == AreaLevel.Ward).Select(a => a.Id).ToList();
        var postcodes = await db.Postcodes.CountAsync(p => wards.Contains(p.WardId), ct);
        return new AreaTotals(place.Name, place.Population ?? 0, wards.Count, areas.Count(a => a.Level == AreaLevel.Locality), postcodes, areas.Count(a => a.Drawn));
    }

    // A team's area in two places would put the wards of each inside the other, for remits and for numbers.
    private async Task RefuseTeamsOfOthersAsync(List<PostcodeRow> rows, string placeCode, CancellationToken ct)
    {
        var teams = rows.Select(r => r.TeamCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        HashSet<long> here = byCode.TryGetValue(placeCode, out var place) ? await new AreaTree(db).WithinAsync(place.Id, today, ct) : [];
        var held = await Lasting.Where(l => l.Kind == AreaLinkKind.Contains && l.To.Code != null && teams.Contains(l.To.Code) && (l.From.Level == AreaLevel.Place || l.From.Level == AreaLevel.Locality))
            .OrderBy(l => l.Id).Select(l => new { l.FromId, Around = l.From.Name, Team = l.To.Name, l.To.Code }).ToListAsync(ct);
        if (held.Find(l => !here.Contains(l.FromId)) is { } other)
        {
            throw new InvalidDataException($"The team area {other.Team} ({other.Code}) lies in {other.Around} already, and an area of a team can lie in one place only. Import the list of {other.Around} again if it has left there; or give its part in this place a team_code of its own.");
        }
    }

    private async Task AddAreasAsync(AreaFiles files, IProgress<string> progress, CancellationToken ct)
    {
        var wanted = new Dictionary<string, (string Name, AreaLevel Level, string? Within)>(StringComparer.Ordinal);
        var teams = new TeamNesting(files.Postcodes);
        foreach (var p in files.Postcodes)
        {
            wanted.TryAdd(p.PlaceCode, (p.PlaceName, AreaLevel.Place, null));
            if (p.LocalityCode is { } locality) wanted.TryAdd(locality, ($"{p.PlaceName} {p.Locality}", AreaLevel.Locality, teams.AroundLocality(p)));
            if (p.TeamCode is not null) wanted.TryAdd(p.TeamCode, (p.TeamName ?? p.TeamCode, AreaLevel.NeighbourhoodTeam, teams.AroundTeam(p)));
            wanted.TryAdd(p.WardCode, (p.WardName, AreaLevel.Ward, teams.AroundWard(p)));
            if (p.MiddleCode is not null) wanted.TryAdd(p.MiddleCode, (p.MiddleName ?? p.MiddleCode, AreaLevel.MiddleLayer, p.PlaceCode));
            if (p.LowerCode is not null) wanted.TryAdd(p.LowerCode, (p.LowerName ?? p.LowerCode, AreaLevel.LowerLayer, p.MiddleCode ?? p.PlaceCode));
        }
        foreach (var (code, about) in wanted) Put(code, about.Name, about.Level, BoundaryOf(files, code));
        await db.SaveChangesAsync(ct);
        foreach (var (code, about) in wanted)
        {
            if (about.Within is { } within) Link(byCode[within], AreaLinkKind.Contains, byCode[code]);
        }
        foreach (var (ward, team) in teams.Sharing) Link(byCode[team], AreaLinkKind.Overlaps, byCode[ward]);
        // A statistical area is fitted to wards only by where most postcodes lie: they overlap, and no remit passes through.
        foreach (var (ward, lower) in files.Postcodes.Where(p => p.LowerCode is not null).Select(p => (p.WardCode, p.LowerCode!)).Distinct())
        {
            Link(byCode[ward], AreaLinkKind.Overlaps, byCode[lower]);
        }
        await UnlinkAsync(wanted.Where(w => w.Value.Within is not null).ToDictionary(w => w.Key, w => w.Value.Within!, StringComparer.Ordinal), [.. teams.Sharing], ct);
        await UnlinkTeamsAsync(files.Postcodes, ct);
        await db.SaveChangesAsync(ct);
        progress.Report($"{wanted.Count:N0} areas");
    }

    // What an earlier list put around an area that this one puts elsewhere, and ground that is shared no more: counted through both, no number there could be protected.
    private async Task UnlinkAsync(Dictionary<string, string> around, HashSet<(string Ward, string Team)> sharing, CancellationToken ct)
    {
        var inner = around.Keys.Select(code => byCode[code].Id).ToList();
        var held = await Lasting.Where(l => inner.Contains(l.ToId)).Include(l => l.From).Include(l => l.To).ToListAsync(ct);
        db.AreaLinks.RemoveRange(held.Where(l => l.Kind switch
        {
            AreaLinkKind.Contains => HoldsAlone(l.From.Level, l.To.Level) && l.From.Code != around[l.To.Code!],
            AreaLinkKind.Overlaps => l.From.Level == AreaLevel.NeighbourhoodTeam && l.To.Level == AreaLevel.Ward && !sharing.Contains((l.To.Code!, l.From.Code ?? "")),
            _ => false,
        }));
    }

    // A team's area that the place's list names no more leaves the place, so that another place's list can take it.
    private async Task UnlinkTeamsAsync(List<PostcodeRow> rows, CancellationToken ct)
    {
        var kept = rows.Select(r => r.TeamCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var here = await new AreaTree(db).WithinAsync(byCode[rows[0].PlaceCode].Id, today, ct);
        db.AreaLinks.RemoveRange(await Lasting.Where(l => l.Kind == AreaLinkKind.Contains && here.Contains(l.FromId) && (l.From.Level == AreaLevel.Place || l.From.Level == AreaLevel.Locality)
            && l.To.Level == AreaLevel.NeighbourhoodTeam && l.To.Code != null && !kept.Contains(l.To.Code)).ToListAsync(ct));
    }

    // Whether what a list puts something into is the only one of its kind around it.
    private static bool HoldsAlone(AreaLevel outer, AreaLevel inner) => outer == AreaLevel.Place
        || (outer is AreaLevel.Locality or AreaLevel.NeighbourhoodTeam && inner is AreaLevel.Ward or AreaLevel.Locality or AreaLevel.NeighbourhoodTeam);

    private static string? BoundaryOf(AreaFiles files, string code) =>
        files.Boundaries.GetValueOrDefault(code) ?? files.Boundaries.GetValueOrDefault(code[(code.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    private void Put(string code, string name, AreaLevel level, string? boundary)
    {
        if (!byCode.TryGetValue(code, out var area))
        {
            var slug = level is AreaLevel.MiddleLayer or AreaLevel.LowerLayer ? code.ToLowerInvariant() : FreeSlug(name);
            area = byCode[code] = new Area(name, slug, level, code);
            slugs.Add(slug);
            db.Areas.Add(area);
        }
        area.Rename(name, today);
        if (boundary is not null) area.Draw(boundary);
    }

    private string FreeSlug(string name)
    {
        var wanted = Slug.Of(name, Area.SlugMaxLength - 4);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(slug => !slugs.Contains(slug));
    }

    private void Link(Area from, AreaLinkKind kind, Area to)
    {
        if (links.Add((from.Id, to.Id, kind))) db.AreaLinks.Add(new AreaLink(from, kind, to));
    }

    private async Task AddPopulationsAsync(AreaFiles files, IProgress<string> progress, CancellationToken ct)
    {
        var known = await db.AreaPopulations.ToDictionaryAsync(p => (p.AreaId, p.Period, p.Group), ct);
        var strangers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in files.Populations)
        {
            // Codes of older boundaries name other ground: they are left out rather than counted to the wrong people.
            if (!byCode.TryGetValue(row.Code, out var area))
            {
                strangers.Add(row.Code);
                continue;
            }
            foreach (var (group, people) in GroupsOf(row))
            {
                if (known.TryGetValue((area.Id, row.Period, group), out var held)) held.Recount(people);
                else db.AreaPopulations.Add(known[(area.Id, row.Period, group)] = new AreaPopulation(area, row.Period, group, people));
            }
        }
        var newest = files.Populations.Where(r => r.Sex == "Persons").GroupBy(r => r.Code, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Period, StringComparer.Ordinal)!);
        foreach (var row in newest)
        {
            if (byCode.TryGetValue(row.Code, out var area)) area.Count(row.All);
        }
        await db.SaveChangesAsync(ct);
        if (strangers.Count > 0) progress.Report($"{strangers.Count:N0} areas of other boundaries left out");
        progress.Report($"{files.Populations.Count:N0} population estimates");
    }

    private static IEnumerable<(string Group, int People)> GroupsOf(PopulationRow row) => row.Sex switch
    {
        "Persons" => [("persons", row.All), ("0-15", row.Under16), ("16-64", row.Working), ("65+", row.Over64)],
        "Females" => [("female", row.All)],
        "Males" => [("male", row.All)],
        _ => [],
    };

    private async Task AddPostcodesAsync(List<PostcodeRow> rows, IProgress<string> progress, CancellationToken ct)
    {
        var done = 0;
        foreach (var chunk in rows.Chunk(Step))
        {
            var codes = chunk.Select(r => Normal(r.Postcode)).ToList();
            var held = await db.Postcodes.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, ct);
            foreach (var row in chunk)
            {
                var fresh = new Postcode(Normal(row.Postcode), byCode[row.WardCode].Id, row.MiddleCode, row.LowerCode, row.Longitude, row.Latitude);
                if (held.TryGetValue(fresh.Code, out var old)) db.Entry(old).CurrentValues.SetValues(fresh);
                else db.Postcodes.Add(held[fresh.Code] = fresh);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Entries<Postcode>().ToList().ForEach(e => e.State = EntityState.Detached);
            done += chunk.Length;
            progress.Report($"{done:N0} of {rows.Count:N0} postcodes");
        }
    }

    private static string Normal(string postcode) =>
        PostcodeText.Normalise(postcode) ?? throw new InvalidDataException($"\"{postcode}\" is not a postcode.");
}
