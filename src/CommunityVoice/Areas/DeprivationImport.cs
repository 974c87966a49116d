using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Counts the small areas of an imported place by their tenth of England. Areas and postcodes must be there already; running it again counts anew.</summary>
internal sealed class DeprivationImport(CommunityVoiceDb db, IReadOnlyDictionary<string, Area> byCode)
{
    public async Task RunAsync(AreaFiles files, IProgress<string> progress, CancellationToken ct)
    {
        var deciles = files.Deprivations.ToDictionary(d => d.Code, d => d.Decile, StringComparer.Ordinal);
        var placed = files.Postcodes.Where(p => p.LowerCode is not null && deciles.ContainsKey(p.LowerCode))
            .SelectMany(p => Levels(p).Select(code => (Area: code, Small: p.LowerCode!))).Distinct().ToLookup(p => p.Area, p => deciles[p.Small], StringComparer.Ordinal);
        if (placed.Count == 0) return;
        var areas = placed.Select(p => byCode[p.Key].Id).ToList();
        await db.AreaDeprivations.Where(d => areas.Contains(d.AreaId) && d.Edition == AreaFiles.DeprivationEdition).ExecuteDeleteAsync(ct);
        foreach (var area in placed)
        {
            db.AreaDeprivations.AddRange(area.GroupBy(d => d).Select(d => new AreaDeprivation(byCode[area.Key], AreaFiles.DeprivationEdition, d.Key, d.Count())));
        }
        await db.SaveChangesAsync(ct);
        progress.Report($"{placed.Count(a => byCode[a.Key].Level == AreaLevel.LowerLayer):N0} of {files.Deprivations.Count:N0} small areas in the index of deprivation lie here");
    }

    private static IEnumerable<string> Levels(PostcodeRow p) =>
        new[] { p.LowerCode, p.MiddleCode, p.WardCode, p.LocalityCode, p.TeamCode, p.PlaceCode }.OfType<string>();
}
