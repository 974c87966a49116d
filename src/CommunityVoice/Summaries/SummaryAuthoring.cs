using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Asks bodies to write a summary together with the one whose it is, and takes what they say.</summary>
public sealed class SummaryAuthoring(CommunityVoiceDb db, AreaTree tree, Permissions permissions, Successions successions, BodyMembers members, Letters letters, SiteAddress address, TimeProvider clock)
{
    /// <summary>Bodies that may publish in the area and were not asked yet; none that handed its duties on.</summary>
    public async Task<List<Body>> OfferAsync(Summary summary, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(summary.Consultation.AreaId, today, ct);
        var asked = summary.Authors.ConvertAll(a => a.BodyId);
        var (own, handedOn) = (await successions.HolderOfAsync(summary.ById, ct), await successions.HandedOnAsync(ct));
        return await db.Bodies.Where(b => b.Id != summary.ById && b.Id != own && !asked.Contains(b.Id) && !handedOn.Contains(b.Id)
                && b.Remits.Any(r => around.Contains(r.AreaId) && r.Capabilities.HasFlag(Capability.Publish) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>Asks, and tells those who may publish for it. False where somebody else asked in the same moment.</summary>
    public async Task<bool> AskAsync(SummaryVersion version, Body body, Guid byId, CancellationToken ct)
    {
        var summary = version.Summary;
        summary.AskToWrite(body, clock.GetUtcNow());
        Record(summary.Id, "author-asked", body.Slug, byId);
        // Whoever does the work of the body that is asked answers for it.
        var holder = await successions.HolderOfAsync(body.Id, ct);
        foreach (var (email, name) in await members.WhoMayAsync(holder, Capability.Publish, ct))
        {
            letters.Write(email, "co-author-asked", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = summary.By.Name,
                ["body"] = body.Name,
                ["title"] = version.Title,
                ["link"] = address.To("/manage/sign-offs"),
            });
        }
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Takes back that a body was asked, as long as it has not answered. False where it answered in the same moment.</summary>
    public Task<bool> RemoveAsync(SummaryAuthor author, Guid byId, CancellationToken ct)
    {
        if (author.State != SignOff.Missing) throw new InvalidOperationException("What it answered stays named.");
        db.SummaryAuthors.Remove(author);
        return SaveAsync(author, "author-removed", byId, ct);
    }

    /// <summary>What the bodies that this person publishes for are asked to write too.</summary>
    public async Task<IQueryable<SummaryAuthor>> OfAsync(Guid personId, CancellationToken ct)
    {
        var bodies = await permissions.DutiesAsync(personId, Capability.Publish, ct);
        return db.SummaryAuthors.Include(a => a.Body).Include(a => a.Summary).ThenInclude(s => s.By).Include(a => a.Summary).ThenInclude(s => s.Consultation).Include(a => a.Summary).ThenInclude(s => s.Versions)
            .AsSplitQuery().Where(a => bodies.Contains(a.BodyId));
    }

    /// <summary>Agrees; whoever writes a draft does not sign it as a partner as well.</summary>
    public async Task<bool> AgreeAsync(SummaryAuthor author, Guid byId, CancellationToken ct)
    {
        author.Sign(byId, clock.GetUtcNow());
        db.SummaryPartners.RemoveRange(await db.SummaryPartners.Where(p => p.BodyId == author.BodyId && p.SummaryId == author.SummaryId && p.Version.PublishedAt == null).ToListAsync(ct));
        return await SaveAsync(author, "author-agreed", byId, ct);
    }

    public Task<bool> DeclineAsync(SummaryAuthor author, string reason, Guid byId, CancellationToken ct)
    {
        author.Decline(reason, byId, clock.GetUtcNow());
        return SaveAsync(author, "author-declined", byId, ct);
    }

    /// <summary>Writes it no longer, with a reason that everybody can read.</summary>
    public Task<bool> LeaveAsync(SummaryAuthor author, string reason, Guid byId, CancellationToken ct)
    {
        author.Leave(reason, byId, clock.GetUtcNow());
        return SaveAsync(author, "author-left", byId, ct);
    }

    private Task<bool> SaveAsync(SummaryAuthor author, string what, Guid byId, CancellationToken ct)
    {
        Record(author.SummaryId, what, (author.LeaveReason ?? author.DeclineReason) is { } reason ? $"{author.Body.Slug}, {reason}" : author.Body.Slug, byId);
        return db.TryChangeAsync(ct);
    }

    private void Record(long summaryId, string what, string detail, Guid byId) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"summary.{what}", nameof(Summary), summaryId, detail, clock.GetUtcNow()));
}
