using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;

namespace CommunityVoice.Web.Strategies;

/// <summary>Gathers what readers of a version are shown beside it.</summary>
public sealed class StrategyReadings(CommunityVoiceDb db, StrategyLines lines, VoiceBodies voices, MoneyLists lists, DeterminantList determinants, SkillList skills)
{
    public async Task<StrategyReading> OfAsync(StrategyVersion version, IReadOnlyList<StrategyVersionLink> versions, CancellationToken ct) => new(
        version, versions,
        await FindingLink.OfAsync(db, [.. version.Actions.SelectMany(a => a.Findings).Select(f => f.FindingId)], ct),
        await lines.RisksOfAsync(version.Id, ct),
        await voices.OfAsync(version.Strategy.AreaId, ct),
        lists, determinants, skills);
}
