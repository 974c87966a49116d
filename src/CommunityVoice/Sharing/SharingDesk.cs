using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Sharing;

/// <summary>Makes agreements on sharing, asks bodies to sign them, takes what they say, and ends them. Whoever may sign for a body acts for it here.</summary>
public sealed class SharingDesk(CommunityVoiceDb db, AreaTree tree, SignOffs signOffs, SharingLetters letters, TimeProvider clock)
{
    private DateOnly Today => UkTime.Today(clock);

    /// <summary>The bodies that this person may sign for.</summary>
    public Task<IReadOnlyCollection<long>> MineAsync(Guid personId, CancellationToken ct) => signOffs.SignedForAsync(personId, ct);

    /// <summary>For which areas above places this person can make an agreement, and which of their bodies can lead it there: with a remit for the area or for something in it.</summary>
    public async Task<IReadOnlyList<(Area Area, Body Lead)>> OfferAsync(Guid personId, CancellationToken ct)
    {
        var (mine, today) = (await MineAsync(personId, ct), Today);
        if (mine.Count == 0) return [];
        var remits = await db.Remits.InForceOn(today).Include(r => r.Body).Where(r => mine.Contains(r.BodyId)).ToListAsync(ct);
        var offer = new List<(Area, Body)>();
        foreach (var area in await db.Areas.HoldingOn(today).Where(a => a.Level == AreaLevel.System || a.Level == AreaLevel.StrategicAuthority).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct))
        {
            var near = await NearAsync(area.Id, today, ct);
            offer.AddRange(remits.Where(r => near.Contains(r.AreaId)).Select(r => r.Body).DistinctBy(b => b.Id).OrderBy(b => b.Name, StringComparer.Ordinal).Select(b => (area, b)));
        }
        return offer;
    }

    /// <summary>Voice bodies with a remit for the area or for something in it that are not asked yet; none once somebody signed.</summary>
    public async Task<List<Body>> PartnersAsync(SharingAgreement agreement, CancellationToken ct)
    {
        var today = Today;
        if (!agreement.CanChangeOn(today)) return [];
        var near = await NearAsync(agreement.AreaId, today, ct);
        var asked = agreement.Parties.ConvertAll(p => p.BodyId);
        return await db.Bodies.Where(b => b.Kind == BodyKind.VoiceBody && !asked.Contains(b.Id)
                && b.Remits.Any(r => near.Contains(r.AreaId) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct);
    }

    public async Task<SharingAgreement> MakeAsync(Area area, Body lead, SharingFacts facts, Guid by, CancellationToken ct)
    {
        var agreement = new SharingAgreement(area, lead, facts, by, clock.GetUtcNow());
        db.SharingAgreements.Add(agreement);
        await db.TransactAsync(async () =>
        {
            await db.SaveChangesAsync(ct); // its number is in the record
            Record(agreement, "made", $"{area.Slug}, led by {lead.Slug}", by);
            await db.SaveChangesAsync(ct);
        }, ct);
        return agreement;
    }

    public Task ChangeAsync(SharingAgreement agreement, SharingFacts facts, Guid by, CancellationToken ct)
    {
        agreement.Change(facts);
        Record(agreement, "changed", $"from {facts.StartsOn:yyyy-MM-dd} to {facts.EndsOn:yyyy-MM-dd}", by);
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Asks a voice body to share, and tells those who may sign for it and for the lead. False where it was asked in the same moment.</summary>
    public async Task<bool> AskAsync(SharingAgreement agreement, Body body, Guid by, CancellationToken ct)
    {
        var isFirst = !agreement.IsPublic;
        await letters.AskedAsync(agreement.Ask(body, clock.GetUtcNow()), ct);
        if (isFirst) await letters.AskedAsync(agreement.Parties.Single(p => p.BodyId == agreement.LeadId), ct);
        Record(agreement, "partner-asked", body.Slug, by);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Goes on without a body that has not signed.</summary>
    public Task RemoveAsync(SharingAgreement agreement, SharingParty party, Guid by, CancellationToken ct)
    {
        agreement.GoOnWithout(party);
        db.SharingParties.Remove(party);
        Record(agreement, "partner-removed", party.Body.Slug, by);
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Of those, what has not ended.</summary>
    public async Task<IQueryable<SharingParty>> OpenAsync(Guid personId, CancellationToken ct)
    {
        var open = db.SharingAgreements.NotEndedOn(Today);
        return (await OfAsync(personId, ct)).Where(p => open.Any(a => a.Id == p.AgreementId));
    }

    /// <summary>What the bodies that this person may sign for are asked to share; only what everybody can see.</summary>
    public async Task<IQueryable<SharingParty>> OfAsync(Guid personId, CancellationToken ct)
    {
        var bodies = await MineAsync(personId, ct);
        return db.SharingParties.Include(p => p.Body).Include(p => p.Agreement.Area).Include(p => p.Agreement.Lead).Include(p => p.Agreement.Parties).ThenInclude(p => p.Body)
            .Where(p => bodies.Contains(p.BodyId) && p.Agreement.Parties.Count >= SharingAgreement.FewestParties);
    }

    public Task SignAsync(SharingParty party, Guid by, CancellationToken ct)
    {
        party.Sign(by, clock.GetUtcNow());
        Record(party.Agreement, "signed", party.Body.Slug, by);
        return db.SaveChangesAsync(ct);
    }

    public Task DeclineAsync(SharingParty party, string reason, Guid by, CancellationToken ct)
    {
        party.Decline(reason, by, clock.GetUtcNow());
        Record(party.Agreement, "declined", $"{party.Body.Slug}, {reason}", by);
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Ends it today, for all; any of those who share may.</summary>
    public async Task StopAsync(SharingAgreement agreement, string because, Guid by, CancellationToken ct)
    {
        agreement.Stop(because, Today, by);
        if (agreement.IsPublic) await letters.StoppedAsync(agreement, ct);
        Record(agreement, "stopped", because, by);
        await db.SaveChangesAsync(ct);
    }

    private async Task<HashSet<long>> NearAsync(long areaId, DateOnly day, CancellationToken ct) => [.. await tree.AroundAsync(areaId, day, ct), .. await tree.WithinAsync(areaId, day, ct)];

    private void Record(SharingAgreement agreement, string what, string detail, Guid by) =>
        db.ActivityEntries.Add(new ActivityEntry(by, $"sharing.{what}", nameof(SharingAgreement), agreement.Id, detail, clock.GetUtcNow()));
}
