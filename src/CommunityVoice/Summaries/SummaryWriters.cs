using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Says who writes a summary now, and who publishes it. It is loaded with its consultation and its authors.</summary>
public sealed class SummaryWriters(CommunityVoiceDb db, AreaTree tree, Permissions permissions, Successions successions, TimeProvider clock)
{
    /// <summary>Whether this person writes it: for the body whose it is, or for one that writes it too.</summary>
    public async Task<bool> MayWriteAsync(Guid personId, Summary summary, CancellationToken ct)
    {
        if (await MayPublishAsync(personId, summary, ct)) return true;
        var mine = await permissions.DutiesAsync(personId, Capability.Publish, summary.Consultation.AreaId, ct);
        return summary.Authors.Exists(a => a.Writes && mine.Contains(a.BodyId));
    }

    /// <summary>
    /// Whether they act for the body whose it is, or whoever its duties came to: only that publishes it, decides what becomes public and asks others to write it too.
    /// Where neither publishes there any longer, whoever does sees to it, so that what is wrong can be put right.
    /// </summary>
    public async Task<bool> MayPublishAsync(Guid personId, Summary summary, CancellationToken ct)
    {
        var area = summary.Consultation.AreaId;
        return (await permissions.DutiesAsync(personId, Capability.Publish, area, ct)).Contains(summary.ById)
            || (await permissions.AllowAsync(personId, Capability.Publish, area, ct) && !await IsSeenToAsync(summary.ById, area, ct));
    }

    /// <summary>Those among the summaries of these areas whose body, and whoever its duties came to, publishes there no longer.</summary>
    public async Task<List<long>> LeftAsync(IReadOnlyCollection<long> areas, CancellationToken ct)
    {
        var summaries = await db.Summaries.AsNoTracking().Where(s => areas.Contains(s.Consultation.AreaId)).Select(s => new { s.Id, s.ById, s.Consultation.AreaId }).ToListAsync(ct);
        var left = new List<long>();
        foreach (var (body, area) in summaries.Select(s => (s.ById, s.AreaId)).Distinct())
        {
            if (!await IsSeenToAsync(body, area, ct)) left.AddRange(summaries.Where(s => s.ById == body && s.AreaId == area).Select(s => s.Id));
        }
        return left;
    }

    private async Task<bool> IsSeenToAsync(long bodyId, long areaId, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(areaId, today, ct);
        var holder = await successions.HolderOfAsync(bodyId, ct);
        return await db.Remits.AnyAsync(
            r => r.BodyId == holder && around.Contains(r.AreaId) && r.Capabilities.HasFlag(Capability.Publish) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn), ct);
    }
}
