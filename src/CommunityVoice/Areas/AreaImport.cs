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

    /// <exception cref="InvalidDataException">The folder holds no postcode list.</exception>
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

    private async Task AddAreasAsync(AreaFiles files, IProgress<string> progress, CancellationToken ct)
    {
        var wanted = new Dictionary<string, (string Name, AreaLevel Level, string? Within)>(StringComparer.Ordinal);
        foreach (var p in files.Postcodes)
        {
            wanted.TryAdd(p.PlaceCode, (p.PlaceName, AreaLevel.Place, null));
            var locality = p.Locality is null ? p.PlaceCode : $"{p.PlaceCode}/{p.Locality}";
            if (p.Locality is not null) wanted.TryAdd(locality, ($"{p.PlaceName} {p.Locality}", AreaLevel.Locality, p.PlaceCode));
            wanted.TryAdd(p.WardCode, (p.WardName, AreaLevel.Ward, locality));
            if (p.MiddleCode is not null) wanted.TryAdd(p.MiddleCode, (p.MiddleName ?? p.MiddleCode, AreaLevel.MiddleLayer, p.PlaceCode));
            if (p.LowerCode is not null) wanted.TryAdd(p.LowerCode, (p.LowerName ?? p.LowerCode, AreaLevel.LowerLayer, p.MiddleCode ?? p.PlaceCode));
        }
        foreach (var (code, about) in wanted) Put(code, about.Name, about.Level, BoundaryOf(files, code));
        await db.SaveChangesAsync(ct);
        foreach (var (code, about) in wanted)
        {
            if (about.Within is { } within) Link(byCode[within], AreaLinkKind.Contains, byCode[code]);
        }
        // A statistical area is fitted to wards only by where most postcodes lie: they overlap, and no remit passes through.
        foreach (var (ward, lower) in files.Postcodes.Where(p => p.LowerCode is not null).Select(p => (p.WardCode, p.LowerCode!)).Distinct())
        {
            Link(byCode[ward], AreaLinkKind.Overlaps, byCode[lower]);
        }
        await db.SaveChangesAsync(ct);
        progress.Report($"{wanted.Count:N0} areas");
    }

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
