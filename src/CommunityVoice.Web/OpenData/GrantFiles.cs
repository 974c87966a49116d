using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.OpenData;

/// <summary>Grants as 360Giving data (rule R-H12): what the newest version of a strategy gives to voluntary groups.</summary>
public sealed class GrantFiles(CommunityVoiceDb db, MoneyLists lists, DataAbouts abouts, IOptions<OpenDataOptions> options, IOptions<SiteOptions> site)
{
    /// <summary>Of the standard.</summary>
    private const string Version = "1.1";

    public async Task<DataThing<GrantPackage>?> GrantsAsync(string slug, CancellationToken ct)
    {
        if (await db.StrategyVersions.AsNoTrackingWithIdentityResolution().Newest().Whole().SingleOrDefaultAsync(v => v.Strategy.Slug == slug, ct) is not { } version) return null;
        var ids = new GrantIds(options.Value.GrantsPrefix is { Length: > 0 } prefix ? prefix : GrantIds.PrefixOf(site.Value.Name));
        var awarded = await AwardedAsync(version.StrategyId, ct);
        List<GrantData> grants = [.. version.LinesInOrder.Where(l => lists.GoesTo(l, MoneyLists.Voluntary)).Select(l => GrantData.Of(l, awarded[l.Number], ids, abouts.To))];
        return new(version.Title, $"/strategies/{slug}", [PageTag.Strategy(version.StrategyId), PageTag.Lists], Package(version, grants));
    }

    private GrantPackage Package(StrategyVersion version, List<GrantData> grants)
    {
        var (path, at) = ($"/strategies/{version.Strategy.Slug}", version.PublishedAt!.Value);
        return new(
            Version, $"Grants: {version.Title}", $"What “{version.Title}” gives to voluntary groups. {DataAbouts.Disclosure.Note}", UkTime.Day(at), at,
            new(site.Value.Name, abouts.To("/")), abouts.To($"{path}/grants.json"), abouts.To($"{path}/money"), abouts.Licence.Address, grants);
    }

    // By the number of a line, the day on which the first version that has it was published.
    private async Task<Dictionary<int, DateOnly>> AwardedAsync(long strategyId, CancellationToken ct)
    {
        var lines = await db.BudgetLines.AsNoTracking().Where(l => l.Version.StrategyId == strategyId && l.Version.PublishedAt != null)
            .OrderBy(l => l.Version.Number).Select(l => new { l.Number, At = l.Version.PublishedAt!.Value }).ToListAsync(ct);
        return lines.GroupBy(l => l.Number).ToDictionary(g => g.Key, g => UkTime.Day(g.First().At));
    }
}
