using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Sharing;

/// <summary>Letters about agreements on sharing: to those who are asked to sign, to the lead's people before one ends, and to all who share when one is ended.</summary>
public sealed class SharingLetters(CommunityVoiceDb db, BodyMembers members, Letters letters, SiteAddress site)
{
    private static readonly Capability Signers = Partner.Signers.Aggregate(Capability.None, (all, one) => all | one);

    /// <summary>Asks those who may sign for a party.</summary>
    public async Task AskedAsync(SharingParty party, CancellationToken ct)
    {
        foreach (var (email, name) in await members.WhoMayAsync(party.BodyId, Signers, ct))
        {
            letters.Write(email, "sharing-asked", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = party.Agreement.Lead.Name,
                ["body"] = party.Body.Name,
                ["area"] = party.Agreement.Area.Name,
                ["link"] = site.To("/manage/sign-offs"),
            });
        }
    }

    /// <summary>Tells everybody who may sign for a party that somebody ended it before its time; whoever ended it knows.</summary>
    public async Task StoppedAsync(SharingAgreement agreement, CancellationToken ct)
    {
        var stopper = await db.Users.AsNoTracking().Where(p => p.Id == agreement.StoppedById).Select(p => p.Email).SingleOrDefaultAsync(ct);
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { stopper ?? "" };
        foreach (var party in agreement.Parties)
        {
            foreach (var (email, name) in (await members.WhoMayAsync(party.BodyId, Signers, ct)).Where(p => told.Add(p.Email)))
            {
                letters.Write(email, "sharing-stopped", new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["name"] = name,
                    ["area"] = agreement.Area.Name,
                    ["day"] = Day(agreement.StoppedOn!.Value),
                    ["reason"] = agreement.StoppedBecause!,
                    ["link"] = site.To("/sharing-agreements"),
                });
            }
        }
    }

    /// <summary>Tells the people of the lead, and its contact address, that an agreement ends: once each.</summary>
    public async Task EndsAsync(SharingAgreement agreement, CancellationToken ct)
    {
        var people = await db.Memberships.AsNoTracking().Where(m => m.BodyId == agreement.LeadId && m.EndedAt == null && m.Person.Email != null)
            .OrderBy(m => m.Id).Select(m => new { m.Person.Email, Name = m.Person.DisplayName }).ToListAsync(ct);
        var told = people.Select(p => (p.Email, p.Name)).Append((Email: agreement.Lead.ContactEmail, agreement.Lead.Name))
            .Where(p => p.Email is { Length: > 0 }).DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase);
        foreach (var (email, name) in told)
        {
            letters.Write(email!, "sharing-ends", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["area"] = agreement.Area.Name,
                ["with"] = string.Join(", ", agreement.Parties.Where(p => p.BodyId != agreement.LeadId).Select(p => p.Body.Name).Order(StringComparer.Ordinal)),
                ["day"] = Day(agreement.EndsOn),
                ["link"] = site.To($"/manage/sharing/{agreement.Id}"),
            });
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}

