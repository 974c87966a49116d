using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Strategies;

/// <summary>Gathers what readers of a version are shown beside it.</summary>
public sealed class StrategyReadings(CommunityVoiceDb db, StrategyLines lines, VoiceBodies voices, MoneyLists lists, DeterminantList determinants, SkillList skills)
{
    /// <summary>A published version as everybody reads it: the newest, or the one with this number.</summary>
    public async Task<StrategyReading?> FindAsync(string slug, int? number, CancellationToken ct)
    {
        var versions = await db.StrategyVersions.AsNoTracking().Where(v => v.Strategy.Slug == slug && v.PublishedAt != null)
            .OrderByDescending(v => v.Number).Select(v => new { v.Id, Link = new StrategyVersionLink(v.Number, v.PublishedAt!.Value, v.Why) }).ToListAsync(ct);
        if ((number is null ? versions.FirstOrDefault() : versions.Find(v => v.Link.Number == number)) is not { } wanted) return null;
        var version = await db.StrategyVersions.Whole().SingleAsync(v => v.Id == wanted.Id, ct);
        return (await OfAsync(version, [.. versions.Select(v => v.Link)], ct)) with { Needs = await NeedsReading.OfAsync(db, version.StrategyId, ct) };
    }

    public async Task<StrategyReading> OfAsync(StrategyVersion version, IReadOnlyList<StrategyVersionLink> versions, CancellationToken ct) => new(
        version, versions,
        await FindingLink.OfAsync(db, [.. version.Actions.SelectMany(a => a.Findings).Select(f => f.FindingId)], ct),
        await lines.RisksOfAsync(version.Id, ct),
        await voices.OfAsync(version.Strategy.AreaId, ct),
        lists, determinants, skills);
}
