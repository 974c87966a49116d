using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Asks organisations to sign a version, and takes what they say. It has no way to hold a version back.</summary>
public sealed class SignOffs(CommunityVoiceDb db, AreaTree tree, Permissions permissions, Letters letters, SiteAddress address, TimeProvider clock)
{
    /// <summary>Those that can still be asked: with something to do in the area, around it or in a part of it, and not those that write.</summary>
    public async Task<List<Body>> OfferAsync(SummaryVersion version, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var areas = new HashSet<long>(await tree.AroundAsync(version.Summary.Consultation.AreaId, today, ct));
        areas.UnionWith(await tree.WithinAsync(version.Summary.Consultation.AreaId, today, ct));
        List<long> asked = [.. version.Partners.Select(p => p.BodyId), .. version.Summary.Authors.Where(a => a.Writes).Select(a => a.BodyId)];
        return await db.Bodies.Where(b => b.Id != version.Summary.ById && !asked.Contains(b.Id)
                && b.Remits.Any(r => areas.Contains(r.AreaId) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>Asks, and tells those who may sign. False where somebody else asked in the same moment.</summary>
    public async Task<bool> AskAsync(SummaryVersion version, Body body, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        version.Ask(body, now);
        Record(by, "summary.partner-asked", version.SummaryId, $"Version {version.Number}: {body.Slug}", now);
        foreach (var (email, name) in await SignersAsync(body.Id, ct))
        {
            letters.Write(email, "sign-off-asked", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = version.Summary.By.Name,
                ["body"] = body.Name,
                ["title"] = version.Title,
                ["link"] = address.To("/manage/sign-offs"),
            });
        }
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Takes a partner out of a draft: it is then neither asked nor named.</summary>
    public async Task RemoveAsync(Partner partner, Guid by, CancellationToken ct)
    {
        if (!partner.Version.IsDraft) throw new InvalidOperationException("Who was asked stays named once the version is published.");
        db.SummaryPartners.Remove(partner);
        Record(by, "summary.partner-removed", partner.SummaryId, $"Version {partner.Version.Number}: {partner.Body.Slug}", clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What the bodies that this person may sign for are asked to sign, of the newest version of each summary.</summary>
    public async Task<IQueryable<Partner>> OfAsync(Guid personId, CancellationToken ct)
    {
        var bodies = await SignedForAsync(personId, ct);
        return db.SummaryPartners.Include(p => p.Body).Include(p => p.Version).ThenInclude(v => v.Summary).ThenInclude(s => s.By)
            .Where(p => bodies.Contains(p.BodyId) && !p.Version.Summary.Versions.Any(v => v.Number > p.Version.Number));
    }

    /// <summary>The bodies that this person may sign for.</summary>
    public async Task<IReadOnlyCollection<long>> SignedForAsync(Guid personId, CancellationToken ct)
    {
        var bodies = new HashSet<long>();
        foreach (var capability in Partner.Signers) bodies.UnionWith(await permissions.DutiesAsync(personId, capability, ct));
        return bodies;
    }

    public Task<bool> SignAsync(Partner partner, Guid by, CancellationToken ct)
    {
        partner.Sign(by, clock.GetUtcNow());
        return SaveAsync(partner, by, "summary.signed", ct);
    }

    public Task<bool> DeclineAsync(Partner partner, string reason, Guid by, CancellationToken ct)
    {
        partner.Decline(reason, by, clock.GetUtcNow());
        return SaveAsync(partner, by, "summary.sign-off-declined", ct);
    }

    private Task<bool> SaveAsync(Partner partner, Guid by, string verb, CancellationToken ct)
    {
        Record(by, verb, partner.SummaryId, $"Version {partner.Version.Number}: {partner.Body.Slug}{(partner.DeclineReason is { } reason ? $", {reason}" : "")}", clock.GetUtcNow());
        return db.TryChangeAsync(ct);
    }

    private void Record(Guid by, string verb, long summaryId, string detail, DateTimeOffset now) =>
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Summary), summaryId, detail, now));

    private async Task<List<(string Email, string Name)>> SignersAsync(long bodyId, CancellationToken ct)
    {
        var members = await db.Memberships.AsNoTracking().Where(m => m.BodyId == bodyId && m.EndedAt == null && m.Person.Email != null)
            .OrderBy(m => m.PersonId).Select(m => new { m.PersonId, m.Person.Email, m.Person.DisplayName }).ToListAsync(ct);
        var signers = new List<(string, string)>();
        foreach (var member in members.DistinctBy(m => m.PersonId))
        {
            foreach (var capability in Partner.Signers)
            {
                if (!(await permissions.DutiesAsync(member.PersonId, capability, ct)).Contains(bodyId)) continue;
                signers.Add((member.Email!, member.DisplayName));
                break;
            }
        }
        return signers;
    }
}
