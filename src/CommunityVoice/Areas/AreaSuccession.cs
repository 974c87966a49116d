using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>How an area ends: on which day, why, and what takes its place, areas there are and new ones by name.</summary>
public sealed record AreaEnding(DateOnly On, string? Because, IReadOnlyList<Area> Successors, IReadOnlyList<string> NewNames);

/// <summary>
/// Renames areas, and ends them in favour of others (rule R-A22). What was there stays where it was: pages, counts, remits and what lies within; whatever takes
/// the place also contains it from the day on.
/// </summary>
public sealed class AreaSuccession(CommunityVoiceDb db, Letters letters, SiteAddress site, TimeProvider clock)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Gives it another name; since a day where the old one is to be remembered.</summary>
    public async Task RenameAsync(Area area, string name, DateOnly? since, Guid by, CancellationToken ct)
    {
        if (name == area.Name) return;
        Record(area, "area.renamed", $"from {area.Name} to {name}{(since is { } day ? $" since {day:yyyy-MM-dd}" : "")}", by);
        await TellAsync(area, $"It is called {name} now.", ct);
        area.Rename(name, since);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Areas that can take the place of this one: of its level, and not over before the day.</summary>
    public Task<List<Area>> CandidatesAsync(Area area, HashSet<long> among, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        return db.Areas.NotEndedOn(today).Where(a => a.Level == area.Level && a.Id != area.Id && a.EndsOn == null && among.Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
    }

    public Task EndAsync(Area area, AreaEnding ending, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var (day, links) = (ending.On, await db.AreaLinks.Where(l => l.Kind == AreaLinkKind.Contains && (l.FromId == area.Id || l.ToId == area.Id) && (l.EndsOn == null || l.EndsOn > ending.On)).Include(l => l.From).Include(l => l.To).ToListAsync(ct));
        area.End(day, ending.Because);
        var heirs = ending.Successors.ToList();
        foreach (var name in ending.NewNames)
        {
            var heir = new Area(name, await AreaSlugs.FreeAsync(db, name, ct), area.Level);
            heir.Begin(day);
            db.Areas.Add(heir);
            await db.SaveChangesAsync(ct); // the next one finds its slug taken
            heirs.Add(heir);
        }
        foreach (var heir in heirs)
        {
            db.AreaLinks.Add(new AreaLink(heir, AreaLinkKind.Succeeds, area, day));
            // A new area lies where the old one lay; which of several has which parts is for people to say.
            // It lies there at once, so that what it is to have can be prepared; it holds from its day on.
            if (heir.StartsOn == day) await ContainAsync(links.Where(l => l.ToId == area.Id).Select(l => (l.From, heir)), UkTime.Today(clock), ct);
            if (heirs.Count == 1) await ContainAsync(links.Where(l => l.FromId == area.Id).Select(l => (heir, l.To)), day, ct);
        }
        var into = heirs.Count == 0 ? "nothing" : string.Join(", ", heirs.Select(h => h.Slug));
        Record(area, "area.ended", $"on {day:yyyy-MM-dd}, followed by {into}{(area.EndsBecause is { } because ? $": {because}" : "")}", by);
        await TellAsync(area, $"It ends on {day.ToString("d MMMM yyyy", Uk)}{(heirs.Count == 0 ? "" : $". Its place is taken by {string.Join(" and ", heirs.Select(h => h.Name))}")}.{(area.EndsBecause is { } why ? $" The reason: {why}" : "")}", ct);
        await db.SaveChangesAsync(ct);
    }, ct);

    /// <summary>Makes everything as it was, as long as the day has not come.</summary>
    public Task CallOffAsync(Area area, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (area.EndsOn is not { } day || day <= UkTime.Today(clock)) throw new InvalidOperationException($"{area.Slug} has no end to call off.");
        var succeeds = await db.AreaLinks.Include(l => l.From).Where(l => l.Kind == AreaLinkKind.Succeeds && l.ToId == area.Id).ToListAsync(ct);
        foreach (var heir in succeeds.ConvertAll(l => l.From))
        {
            var others = await db.AreaLinks.Where(l => l.Kind == AreaLinkKind.Succeeds && l.FromId == heir.Id && l.ToId != area.Id).Select(l => l.ToId).ToListAsync(ct);
            // What came to it from this one alone goes back.
            db.AreaLinks.RemoveRange(await db.AreaLinks.Where(l => l.Kind == AreaLinkKind.Contains && l.FromId == heir.Id && l.StartsOn == day
                && db.AreaLinks.Any(p => p.Kind == AreaLinkKind.Contains && p.FromId == area.Id && p.ToId == l.ToId)
                && !db.AreaLinks.Any(p => p.Kind == AreaLinkKind.Contains && others.Contains(p.FromId) && p.ToId == l.ToId)).ToListAsync(ct));
            if (others.Count == 0 && heir.StartsOn == day) heir.NeverBegin();
        }
        db.AreaLinks.RemoveRange(succeeds);
        area.GoOn();
        Record(area, "area.end-called-off", $"of {day:yyyy-MM-dd}", by);
        await TellAsync(area, $"It goes on after all: its end on {day.ToString("d MMMM yyyy", Uk)} is called off.", ct);
        await db.SaveChangesAsync(ct);
    }, ct);

    private async Task ContainAsync(IEnumerable<(Area Around, Area Part)> pairs, DateOnly since, CancellationToken ct)
    {
        foreach (var (around, part) in pairs)
        {
            if (around == part || await db.AreaLinks.AnyAsync(l => l.Kind == AreaLinkKind.Contains && l.FromId == around.Id && l.ToId == part.Id, ct)) continue;
            db.AreaLinks.Add(new AreaLink(around, AreaLinkKind.Contains, part, since));
        }
    }

    private void Record(Area area, string verb, string detail, Guid by) => db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Area), area.Id, detail, clock.GetUtcNow()));

    // Whoever drew a neighbourhood is told what becomes of it.
    private async Task TellAsync(Area area, string what, CancellationToken ct)
    {
        if (await db.OwnAreas.AsNoTracking().Where(o => o.AreaId == area.Id && o.Author!.Email != null).Select(o => new { o.Author!.Email, o.Author.DisplayName }).FirstOrDefaultAsync(ct) is not { } author) return;
        letters.Write(author.Email!, "own-area-changed", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = author.DisplayName,
            ["area"] = area.Name,
            ["what"] = what,
            ["link"] = site.To($"/areas/{area.Slug}"),
        });
    }
}
