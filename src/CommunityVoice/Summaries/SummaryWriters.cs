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

    /// <summary>The same through a body other than this one, and than those it handed its duties to: nobody sits on both sides of what a summary asks.</summary>
    public async Task<bool> MayPublishBesidesAsync(Guid personId, Summary summary, long bodyId, CancellationToken ct)
    {
        var area = summary.Consultation.AreaId;
        var isLeft = !await IsSeenToAsync(summary.ById, area, ct);
        foreach (var body in await permissions.BodiesAsync(personId, Capability.Publish, area, ct))
        {
            var duties = await successions.DutiesOfAsync([body], ct);
            if (body != bodyId && !duties.Contains(bodyId) && (isLeft || duties.Contains(summary.ById))) return true;
        }
        return false;
    }

    /// <summary>The bodies that wrote it, those that see to their work now, and those for whom these answer too.</summary>
    public async Task<HashSet<long>> WroteAsync(Summary summary, CancellationToken ct)
    {
        HashSet<long> wrote = [summary.ById, .. await db.SummaryAuthors.Where(a => a.SummaryId == summary.Id && a.SignedAt != null).Select(a => a.BodyId).ToListAsync(ct)];
        var holders = new HashSet<long>();
        foreach (var body in wrote) holders.Add(await successions.HolderOfAsync(body, ct));
        return [.. wrote, .. holders, .. await successions.DutiesOfAsync(holders, ct)];
    }

    /// <summary>Those among the summaries of these areas whose body, and whoever its duties came to, publishes there no longer.</summary>
    public async Task<List<long>> LeftAsync(IReadOnlyCollection<long> areas, CancellationToken ct)
    {
        var summaries = await db.Summaries.AsNoTracking().Where(s => areas.Contains(s.Consultation.AreaId)).Select(s => new { s.Id, s.ById, s.Consultation.AreaId }).ToListAsync(ct);
        var (today, left) = (UkTime.Today(clock), new List<long>());
        var publishing = await db.Remits.AsNoTracking().Where(r => r.Capabilities.HasFlag(Capability.Publish) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))
            .Select(r => new { r.BodyId, r.AreaId }).ToListAsync(ct);
        foreach (var (body, area) in summaries.Select(s => (s.ById, s.AreaId)).Distinct())
        {
            var (holder, around) = (await successions.HolderOfAsync(body, ct), await tree.AroundAsync(area, today, ct));
            if (!publishing.Exists(r => r.BodyId == holder && around.Contains(r.AreaId))) left.AddRange(summaries.Where(s => s.ById == body && s.AreaId == area).Select(s => s.Id));
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
