using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>What co-authors of summaries and of strategies have in common: whom to offer, the letter that asks them, and the record of what they answer.</summary>
public sealed class CoAuthorDesk(CommunityVoiceDb db, AreaTree tree, Successions successions, BodyMembers members, Letters letters, SiteAddress address, TimeProvider clock)
{
    /// <summary>Bodies that may write in the area and are not asked now; none that handed its duties on. Whoever left is offered again.</summary>
    public async Task<List<Body>> OfferAsync(Capability writing, long areaId, long ownerId, IEnumerable<CoAuthor> authors, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var around = await tree.AroundAsync(areaId, today, ct);
        var asked = authors.Where(a => a.LeftAt is null).Select(a => a.BodyId).ToList();
        var (own, handedOn) = (await successions.HolderOfAsync(ownerId, ct), await successions.HandedOnAsync(ct));
        return await db.Bodies.Where(b => b.Id != ownerId && b.Id != own && !asked.Contains(b.Id) && !handedOn.Contains(b.Id)
                && b.Remits.Any(r => around.Contains(r.AreaId) && r.Capabilities.HasFlag(writing) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>Tells those who may write for whoever is asked. False where somebody else asked in the same moment.</summary>
    public async Task<bool> AskAsync(CoAuthor author, Capability writing, Body from, string title, Guid byId, CancellationToken ct)
    {
        Record(author, "author-asked", byId);
        // Whoever does the work of the body that is asked answers for it.
        foreach (var (email, name) in await members.WhoMayAsync(await successions.HolderOfAsync(author.Body.Id, ct), writing, ct))
        {
            letters.Write(email, "co-author-asked", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = from.Name,
                ["body"] = author.Body.Name,
                ["title"] = title,
                ["link"] = address.To("/manage/sign-offs"),
            });
        }
        return await db.TrySaveAsync(ct);
    }

    public Task<bool> DeclineAsync(CoAuthor author, string reason, Guid byId, CancellationToken ct)
    {
        author.Decline(reason, byId, clock.GetUtcNow());
        return SaveAsync(author, "author-declined", byId, ct);
    }

    /// <summary>Writes it no longer, with a reason that everybody can read.</summary>
    public Task<bool> LeaveAsync(CoAuthor author, string reason, Guid byId, CancellationToken ct)
    {
        author.Leave(reason, byId, clock.GetUtcNow());
        return SaveAsync(author, "author-left", byId, ct);
    }

    /// <summary>Saves what was said of it with its record. False where somebody else changed the same in the same moment.</summary>
    internal Task<bool> SaveAsync(CoAuthor author, string what, Guid byId, CancellationToken ct)
    {
        Record(author, what, byId);
        return db.TryChangeAsync(ct);
    }

    private void Record(CoAuthor author, string what, Guid byId)
    {
        var (kind, id) = author.Written;
        var detail = (author.LeaveReason ?? author.DeclineReason) is { } reason ? $"{author.Body.Slug}, {reason}" : author.Body.Slug;
        db.ActivityEntries.Add(new ActivityEntry(byId, $"{kind.ToLowerInvariant()}.{what}", kind, id, detail, clock.GetUtcNow()));
    }
}
