using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Sharing;

/// <summary>Named filters over agreements, so that pages, letters and counts agree.</summary>
public static class SharingQueries
{
    // With any of these a body handles what people say.
    private const Capability Handles = Capability.Consult | Capability.Moderate | Capability.Code | Capability.Publish | Capability.EnterOnBehalf;

    extension(IQueryable<SharingAgreement> agreements)
    {
        /// <summary>Those that hold on a day; the same as <see cref="SharingState.InForce"/>.</summary>
        public IQueryable<SharingAgreement> InForceOn(DateOnly day) => agreements.NotEndedOn(day).Where(a => a.StartsOn <= day
            && a.Parties.Count >= SharingAgreement.FewestParties && a.Parties.All(p => p.SignedAt != null && p.DeclinedAt == null));

        public IQueryable<SharingAgreement> NotEndedOn(DateOnly day) => agreements.Where(a => day < a.EndsOn && (a.StoppedOn == null || day < a.StoppedOn));

        /// <summary>With all that a page says of one.</summary>
        public IQueryable<SharingAgreement> Whole() => agreements.Include(a => a.Area).Include(a => a.Lead).Include(a => a.Parties).ThenInclude(p => p.Body);
    }

    /// <summary>
    /// Where each voice body looks after what people say on a day, and in which areas' views an agreement in force includes it. Where none does any more, those
    /// who did last: what people told a body that is gone was told to it all the same.
    /// </summary>
    public static async Task<IReadOnlyList<VoiceRemit>> VoiceRemitsOnAsync(this CommunityVoiceDb db, DateOnly day, CancellationToken ct)
    {
        var inForce = db.SharingAgreements.InForceOn(day);
        var sharing = db.SharingParties.Where(p => inForce.Any(a => a.Id == p.AgreementId));
        var remits = await db.Remits.AsNoTracking().Where(r => r.StartsOn <= day && r.Body.Kind == BodyKind.VoiceBody && (r.Capabilities & Handles) != Capability.None).OrderBy(r => r.Id)
            .Select(r => new { r.EndsOn, Remit = new VoiceRemit(r.AreaId, r.BodyId, r.Body.Name, sharing.Where(p => p.BodyId == r.BodyId).Select(p => p.Agreement.AreaId).ToList()) }).ToListAsync(ct);
        return [.. remits.GroupBy(r => r.Remit.AreaId).SelectMany(area => area.Max(r => r.EndsOn ?? DateOnly.MaxValue) is var last && last > day
            ? area.Where(r => r.EndsOn is null || r.EndsOn > day) : area.Where(r => r.EndsOn == last)).Select(r => r.Remit)];
    }
}
