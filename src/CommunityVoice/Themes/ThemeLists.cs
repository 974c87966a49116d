using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>Brings a list of themes into an area as a numbered version.</summary>
public sealed class ThemeLists(CommunityVoiceDb db, CodingDesk desk, TimeProvider clock)
{
    /// <summary>An area's themes with their parents and successors, tracked.</summary>
    public async Task<List<Theme>> OfAsync(long areaId, CancellationToken ct) =>
        await db.Themes.Include(t => t.Parent).Include(t => t.ReplacedBy).Where(t => t.AreaId == areaId).OrderBy(t => t.Id).ToListAsync(ct);

    /// <summary>
    /// Does what the list says and keeps it as the next version; answers none when somebody else was first. Comments of a theme that
    /// is replaced keep it and get the new one too.
    /// </summary>
    public async Task<ThemeListVersion?> ApplyAsync(Area area, ThemeImport list, string source, Guid by, CancellationToken ct)
    {
        if (!list.IsRight) throw new InvalidOperationException("Only a list without errors is brought in.");
        var now = clock.GetUtcNow();
        ThemeListVersion? version = null;
        await db.TransactAsync(async () =>
        {
            var retiring = list.Retiring;
            var byKey = list.Themes.ToDictionary(t => t.Slug, StringComparer.Ordinal);
            foreach (var row in list.Rows) Take(area, row, byKey);
            foreach (var row in list.Rows) byKey[row.Key].PutUnder(row.Parent.Length > 0 ? byKey[row.Parent] : null);
            if (!await db.TrySaveAsync(ct)) return;
            foreach (var (old, successor) in retiring) await RetireAsync(old, successor is null ? null : byKey[successor], by, now, ct);
            var number = await db.ThemeListVersions.Where(v => v.AreaId == area.Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
            version = new ThemeListVersion(area, number + 1, source, ThemeCsv.Write(byKey.Values), by, now);
            db.ThemeListVersions.Add(version);
            db.ActivityEntries.Add(new ActivityEntry(by, "theme.list-imported", nameof(Area), area.Id,
                $"Version {version.Number}, {source}: {list.Count(ThemeChange.Added)} added, {list.Count(ThemeChange.Changed)} changed, {list.Count(ThemeChange.BroughtBack)} brought back, {retiring.Count} retired", now));
            if (!await db.TrySaveAsync(ct)) version = null;
        }, ct);
        return version;
    }

    private void Take(Area area, ThemeImportRow row, Dictionary<string, Theme> byKey)
    {
        if (byKey.TryGetValue(row.Key, out var theme))
        {
            theme.Describe(row.Name, row.About);
            theme.BringBack();
        }
        else
        {
            byKey[row.Key] = theme = new Theme(area, row.Name, row.Key, row.About);
            db.Themes.Add(theme);
        }
        if (row.IsAboutCapacity is { } isAboutCapacity) theme.MarkCapacity(isAboutCapacity);
        if (row.Marks is { } marks) theme.Mark(marks);
        if (row.MapsTo is { } mapsTo) theme.MapTo(mapsTo);
    }

    private async Task RetireAsync(Theme old, Theme? successor, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        if (successor is null)
        {
            old.Retire(now);
            return;
        }
        old.ReplaceBy(successor, now);
        var coded = await db.Codings.Where(x => x.ThemeId == old.Id).Select(x => x.CommentId).ToListAsync(ct);
        await desk.AssignAsync([successor.Id], coded, by, ct);
    }
}
