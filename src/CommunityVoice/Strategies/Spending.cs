using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>
/// The money of an area above places. Above: what is added up, with the voice beside it; neither while no strategy is in force there. Over: strategies whose years are over.
/// Without: places within that have no strategy of their own.
/// </summary>
public sealed record Spending(Area Area, MoneyAbove? Above, VoiceAndMoney? Voice, IReadOnlyList<StrategyVersion> Over, IReadOnlyList<PlaceWithin> Without, IReadOnlyList<NotIncluded> LeftOut)
{
    public IReadOnlyList<string> PageTags => [PageTag.Area(Area.Id), PageTag.Lists, .. (Above?.Strategies ?? []).Select(s => s.Version).Concat(Over).Select(v => PageTag.Strategy(v.StrategyId))];

    /// <summary>Those of the area itself: its places may overlap, or leave some of it out, so they are not added up.</summary>
    public int? People => Area.Population;
}

/// <summary>Reads where the money of an area above places goes, for its page and its files.</summary>
public sealed class Spendings(CommunityVoiceDb db, AreaTree tree, MoneyRollUps rollUps, VoiceShares shares, SharedViews shared, TimeProvider clock)
{
    /// <summary>None where there is no such area, or it is not above places: those have the money of each strategy.</summary>
    public async Task<Spending?> OfAsync(string slug, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area || !SharedView.IsShared(area.Level)) return null;
        var today = UkTime.Today(clock);
        var (within, leftOut) = (await tree.WithinAsync(area.Id, today, ct), await shared.LeftOutOfAsync(area.Id, today, ct));
        var found = await rollUps.OfAsync(within, today, ct);
        if (found.Above is not { } above) return new(area, null, null, found.Over, [], leftOut);
        var places = await rollUps.PlacesAsync(within, today, ct);
        var planned = above.Strategies.Select(s => s.Version).Concat(found.Over).Select(v => v.Strategy.AreaId).ToHashSet();
        return new(area, above, await shares.OfAsync(area.Id, above, ct), found.Over, [.. places.Where(p => !planned.Contains(p.Id))], leftOut);
    }
}
