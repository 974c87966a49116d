using System.Text.Json.Nodes;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Takes in neighbourhoods that people drew and named, and makes each an area when the voice body publishes it.</summary>
public sealed class OwnAreas(CommunityVoiceDb db, AreaTree tree, Letters letters, SiteAddress site, TimeProvider clock)
{
    public const int MostWaiting = 5;

    /// <summary>What a neighbourhood of the place can be put together from: its small statistical areas, or its wards where none are loaded.</summary>
    public async Task<List<Area>> PartsAsync(long placeId, CancellationToken ct)
    {
        var within = await tree.WithinAsync(placeId, UkTime.Today(clock), ct);
        var parts = await db.Areas.HoldingOn(UkTime.Today(clock)).Where(a => within.Contains(a.Id) && (a.Level == AreaLevel.LowerLayer || a.Level == AreaLevel.Ward)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
        var smallest = parts.Exists(a => a.Level == AreaLevel.LowerLayer) ? AreaLevel.LowerLayer : AreaLevel.Ward;
        return parts.FindAll(a => a.Level == smallest);
    }

    /// <summary>Those of the postcodes that lie in the place.</summary>
    public async Task<List<string>> KnownAsync(long placeId, IReadOnlyCollection<string> postcodes, CancellationToken ct)
    {
        var within = await tree.WithinAsync(placeId, UkTime.Today(clock), ct);
        return await db.Postcodes.Where(p => postcodes.Contains(p.Code) && within.Contains(p.WardId)).Select(p => p.Code).ToListAsync(ct);
    }

    /// <summary>Puts it before the voice body; none when too many of this person wait.</summary>
    public async Task<OwnArea?> ProposeAsync(OwnArea own, CancellationToken ct)
    {
        if (await db.OwnAreas.CountAsync(o => o.AuthorId == own.AuthorId && o.PublishedAt == null && o.DeclinedAt == null, ct) >= MostWaiting) return null;
        db.OwnAreas.Add(own);
        await db.SaveChangesAsync(ct);
        return own;
    }

    /// <summary>Makes it an area that lies in its place, or in the neighbourhood team's area there that holds all of it, and overlaps the wards it shares ground with.</summary>
    public Task<Area> PublishAsync(OwnArea own, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var (now, today) = (clock.GetUtcNow(), UkTime.Today(clock));
        var slugs = own.Parts.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var postcodes = own.Postcodes.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var parts = await db.Areas.Where(a => slugs.Contains(a.Slug)).OrderBy(a => a.Id).ToListAsync(ct);
        // How many live behind a postcode is not known.
        var people = postcodes.Length == 0 && parts.TrueForAll(p => p.Population is not null) ? parts.Sum(p => p.Population) : null;
        var area = new Area(own.Name, await AreaSlugs.FreeAsync(db, own.Name, ct), AreaLevel.Neighbourhood, population: people);
        if (BoundaryOf(parts) is { } boundary) area.Draw(boundary);
        db.Areas.Add(area);
        var wards = await WardsAsync(parts, postcodes, ct);
        db.AreaLinks.Add(new AreaLink(await AroundAsync(own, wards, ct), AreaLinkKind.Contains, area, today));
        foreach (var ward in wards) db.AreaLinks.Add(new AreaLink(area, AreaLinkKind.Overlaps, ward, today));
        own.Publish(area, now);
        await db.SaveChangesAsync(ct);
        db.ActivityEntries.Add(new ActivityEntry(by, "own-area.published", nameof(OwnArea), own.Id, area.Slug, now));
        Tell(own, "own-area-published", $"/areas/{area.Slug}");
        await db.SaveChangesAsync(ct);
        return area;
    }, ct);

    public async Task DeclineAsync(OwnArea own, string because, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        own.Decline(because, now);
        db.ActivityEntries.Add(new ActivityEntry(by, "own-area.declined", nameof(OwnArea), own.Id, because, now));
        Tell(own, "own-area-declined", "/areas/new");
        await db.SaveChangesAsync(ct);
    }

    private void Tell(OwnArea own, string kind, string path)
    {
        if (own.Author?.Email is not { } email) return;
        letters.Write(email, kind, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = own.Author.DisplayName,
            ["area"] = own.Name,
            ["reason"] = own.DeclinedBecause ?? "",
            ["link"] = site.To(path),
        });
    }

    private async Task<List<Area>> WardsAsync(List<Area> parts, string[] postcodes, CancellationToken ct)
    {
        var ids = parts.ConvertAll(p => p.Id);
        return await db.Areas.Where(a => a.Level == AreaLevel.Ward && (ids.Contains(a.Id)
            || db.Postcodes.Any(p => p.WardId == a.Id && postcodes.Contains(p.Code))
            || db.AreaLinks.Any(l => l.Kind == AreaLinkKind.Overlaps && ((l.FromId == a.Id && ids.Contains(l.ToId)) || (l.ToId == a.Id && ids.Contains(l.FromId)))))).OrderBy(a => a.Id).ToListAsync(ct);
    }

    private async Task<Area> AroundAsync(OwnArea own, List<Area> wards, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.WithinAsync(own.PlaceId, today, ct);
        foreach (var ward in wards) around.IntersectWith(await tree.AroundAsync(ward.Id, today, ct)); // the links are read once
        var team = wards.Count == 0 ? null : await db.Areas.Where(a => around.Contains(a.Id) && a.Level == AreaLevel.NeighbourhoodTeam).OrderBy(a => a.Id).FirstOrDefaultAsync(ct);
        return team ?? own.Place;
    }

    /// <summary>The outlines of all parts as one geometry; none where a part has none.</summary>
    private static string? BoundaryOf(List<Area> parts)
    {
        if (parts.Count == 0 || parts.Exists(p => p.Boundary is null)) return null;
        var polygons = new JsonArray();
        foreach (var geometry in parts.Select(p => JsonNode.Parse(p.Boundary!)!))
        {
            var coordinates = geometry["coordinates"]!;
            if (geometry["type"]!.GetValue<string>() != "MultiPolygon") polygons.Add(coordinates.DeepClone());
            else foreach (var polygon in coordinates.AsArray()) polygons.Add(polygon!.DeepClone());
        }
        return new JsonObject { ["type"] = "MultiPolygon", ["coordinates"] = polygons }.ToJsonString();
    }
}
