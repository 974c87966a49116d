using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>The pre-election periods of areas: kept by their staff, and looked up before something is published. Each change is recorded in its transaction.</summary>
public sealed class ElectionCalendar(CommunityVoiceDb db, AreaTree tree, Permissions permissions, TimeProvider clock)
{
    /// <summary>What somebody must be allowed to do in an area to keep its periods: run it, ask there or publish there.</summary>
    public const Capability Keepers = Capability.Administer | Capability.Consult | Capability.Publish;

    /// <summary>The periods a day falls in, of an area and of whatever is around it. Those of a part of it do not hold for the whole.</summary>
    public async Task<IReadOnlyList<ElectionPeriod>> OnAsync(long areaId, DateOnly day, CancellationToken ct)
    {
        var around = await tree.AroundAsync(areaId, day, ct);
        return await db.ElectionPeriods.AsNoTracking().Where(p => around.Contains(p.AreaId) && p.StartsOn <= day && day <= p.EndsOn)
            .OrderBy(p => p.EndsOn).ThenBy(p => p.Id).ToListAsync(ct);
    }

    /// <summary>The periods in which something would be opened that is published now to open on a day: at once where that day is past.</summary>
    public Task<IReadOnlyList<ElectionPeriod>> OpeningAsync(long areaId, DateOnly? opensOn, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        return OnAsync(areaId, opensOn is { } day && day > today ? day : today, ct);
    }

    /// <summary>The areas whose periods somebody keeps.</summary>
    public async Task<HashSet<long>> KeptByAsync(Guid personId, CancellationToken ct)
    {
        var areas = new HashSet<long>();
        foreach (var capability in Keepers.Parts()) areas.UnionWith(await permissions.AreasAsync(personId, capability, ct));
        return areas;
    }

    /// <summary>The areas with periods that hold somewhere in these: they themselves, and those around them.</summary>
    public async Task<HashSet<long>> HoldingInAsync(HashSet<long> areas, CancellationToken ct)
    {
        var holding = new HashSet<long>();
        foreach (var area in await db.ElectionPeriods.Select(p => p.AreaId).Distinct().ToListAsync(ct))
        {
            if ((await tree.WithinAsync(area, UkTime.Today(clock), ct)).Overlaps(areas)) holding.Add(area);
        }
        return holding;
    }

    /// <summary>Adds a period; answers false where it is on the list already.</summary>
    public Task<bool> AddAsync(ElectionPeriod period, Guid by, CancellationToken ct)
    {
        db.ElectionPeriods.Add(period);
        return SaveAsync(period, "election.added", $"{period.Area.Name}: {period.Words}", by, ct);
    }

    /// <summary>Changes a period; answers false where another is the same.</summary>
    public Task<bool> ChangeAsync(ElectionPeriod period, string name, DateOnly startsOn, DateOnly endsOn, Guid by, CancellationToken ct)
    {
        var before = period.Words;
        period.Describe(name, startsOn, endsOn);
        return before == period.Words ? Task.FromResult(true) : SaveAsync(period, "election.changed", $"{period.Area.Name}: {before}; now {period.Words}", by, ct);
    }

    /// <summary>Takes a period off the list. What was published in it keeps its reason.</summary>
    public Task RemoveAsync(ElectionPeriod period, Guid by, CancellationToken ct)
    {
        db.ElectionPeriods.Remove(period);
        return SaveAsync(period, "election.removed", $"{period.Area.Name}: {period.Words}", by, ct);
    }

    // An entry is of the area: a period that is removed has no page to lead to.
    private Task<bool> SaveAsync(ElectionPeriod period, string verb, string detail, Guid by, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Area), period.Area.Id, detail, clock.GetUtcNow()));
        return db.TrySaveAsync(ct);
    }
}
