using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Reviews;

/// <summary>Asks bodies to put their name to what is taken from a review, or to an effect that two of them agree, and takes what they say. It has no way to hold a review back.</summary>
public sealed class ReviewSignOffs(CommunityVoiceDb db, AreaTree tree, SignOffs signOffs, ReviewDesk desk, ReviewLetters letters, TimeProvider clock)
{
    /// <summary>Bodies with something to do in the area, around it or in a part of it.</summary>
    public async Task<List<Body>> BodiesAsync(Review review, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var areas = new HashSet<long>(await tree.AroundAsync(review.AreaId, today, ct));
        areas.UnionWith(await tree.WithinAsync(review.AreaId, today, ct));
        return await db.Bodies.Where(b => b.Remits.Any(r => areas.Contains(r.AreaId) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }

    /// <summary>Asks once. They are told at once where there is something to sign, and else when there is.</summary>
    public async Task<bool> AskAsync(Review review, Body body, Body by, Guid byId, CancellationToken ct)
    {
        var partner = review.AskToSign(body, clock.GetUtcNow());
        if (review.ConcludedAt is not null) await letters.ToPartnerAsync(partner, by, ct);
        return await desk.SaveAsync(review, byId, "partner-asked", body.Slug, ct);
    }

    /// <summary>Takes a partner out while there is nothing to sign: it is then neither asked nor named.</summary>
    public Task<bool> RemoveAsync(Review review, ReviewPartner partner, Guid byId, CancellationToken ct)
    {
        review.NoLongerAsk(partner);
        return desk.SaveAsync(review, byId, "partner-removed", partner.Body.Slug, ct);
    }

    /// <summary>Writes down what two bodies are to agree, and tells those that have not.</summary>
    public async Task<bool> ProposeAsync(Review review, FrameworkItem item, string text, (Body One, Body Other) bodies, Body by, Guid byId, CancellationToken ct)
    {
        var impact = review.Propose(item, text, bodies.One, bodies.Other, by, byId, clock.GetUtcNow());
        foreach (var party in impact.Parties.Where(p => !p.HasSigned)) await letters.ToPartyAsync(party, ct);
        return await desk.SaveAsync(review, byId, "impact-proposed", $"{item.Code}: {bodies.One.Slug}, {bodies.Other.Slug}", ct);
    }

    /// <summary>Reviews whose conclusion the bodies that this person may sign for are asked to sign.</summary>
    public async Task<IQueryable<ReviewPartner>> PartnersOfAsync(Guid personId, CancellationToken ct)
    {
        var bodies = await signOffs.SignedForAsync(personId, ct);
        return db.ReviewPartners.Include(p => p.Body).Include(p => p.Review).Where(p => bodies.Contains(p.BodyId));
    }

    /// <summary>Effects that those bodies are asked to agree; only the newest text of each item.</summary>
    public async Task<IQueryable<ImpactParty>> PartiesOfAsync(Guid personId, CancellationToken ct)
    {
        var bodies = await signOffs.SignedForAsync(personId, ct);
        return db.ImpactParties.Include(p => p.Body).Include(p => p.Impact.Item).Include(p => p.Impact.By).Include(p => p.Impact.Review).Include(p => p.Impact.Parties).ThenInclude(p => p.Body)
            .Where(p => bodies.Contains(p.BodyId) && !db.AgreedImpacts.Any(i => i.ReviewId == p.Impact.ReviewId && i.ItemId == p.Impact.ItemId && i.Id > p.ImpactId));
    }

    public Task<bool> SignAsync(Signatory signatory, Guid byId, CancellationToken ct)
    {
        signatory.Sign(byId, clock.GetUtcNow());
        return SaveAsync(signatory, byId, ("signed", "impact-agreed"), ct);
    }

    public Task<bool> DeclineAsync(Signatory signatory, string reason, Guid byId, CancellationToken ct)
    {
        signatory.Decline(reason, byId, clock.GetUtcNow());
        return SaveAsync(signatory, byId, ("sign-off-declined", "impact-declined"), ct);
    }

    private Task<bool> SaveAsync(Signatory signatory, Guid byId, (string Partner, string Party) what, CancellationToken ct)
    {
        var detail = signatory.DeclineReason is { } reason ? $"{signatory.Body.Slug}, {reason}" : signatory.Body.Slug;
        return signatory is ImpactParty party
            ? desk.SaveAsync(party.Impact.Review, byId, what.Party, $"{party.Impact.Item.Code}: {detail}", ct)
            : desk.SaveAsync(((ReviewPartner)signatory).Review, byId, what.Partner, detail, ct);
    }
}
