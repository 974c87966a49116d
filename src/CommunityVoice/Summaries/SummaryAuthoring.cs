using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Asks bodies to write a summary together with the one whose it is, and takes what they say.</summary>
public sealed class SummaryAuthoring(CommunityVoiceDb db, Permissions permissions, CoAuthorDesk desk, TimeProvider clock)
{
    /// <summary>Bodies that may publish in the area and are not asked now; none that handed its duties on.</summary>
    public Task<List<Body>> OfferAsync(Summary summary, CancellationToken ct) =>
        desk.OfferAsync(Capability.Publish, summary.Consultation.AreaId, summary.ById, summary.Authors, ct);

    /// <summary>Asks, and tells those who may publish for it. False where somebody else asked in the same moment.</summary>
    public Task<bool> AskAsync(SummaryVersion version, Body body, Guid byId, CancellationToken ct) =>
        desk.AskAsync(version.Summary.AskToWrite(body, clock.GetUtcNow()), Capability.Publish, version.Summary.By, version.Title, byId, ct);

    /// <summary>Takes back that a body was asked, as long as it has not answered. False where it answered in the same moment.</summary>
    public Task<bool> RemoveAsync(SummaryAuthor author, Guid byId, CancellationToken ct)
    {
        if (author.State != SignOff.Missing) throw new InvalidOperationException("What it answered stays named.");
        db.SummaryAuthors.Remove(author);
        return desk.SaveAsync(author, "author-removed", byId, ct);
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
        return await desk.SaveAsync(author, "author-agreed", byId, ct);
    }

    public Task<bool> DeclineAsync(SummaryAuthor author, string reason, Guid byId, CancellationToken ct) => desk.DeclineAsync(author, reason, byId, ct);

    public Task<bool> LeaveAsync(SummaryAuthor author, string reason, Guid byId, CancellationToken ct) => desk.LeaveAsync(author, reason, byId, ct);
}
