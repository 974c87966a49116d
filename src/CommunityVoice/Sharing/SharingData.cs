using System.Text.Json.Serialization;
using CommunityVoice.OpenData;

namespace CommunityVoice.Sharing;

/// <summary>A body that shares, or is asked to. SignedAt: empty while it has not signed. Declined: why it does not sign, where it said so.</summary>
public sealed record SharingPartyData(string Body, string Name, DateTimeOffset? SignedAt, string? Declined);

/// <summary>An agreement on sharing as open data: what the public register shows. State: waitingForSignature, agreed, inForce or ended, as of today. EndsOn: the first day on which it holds no more.</summary>
public sealed record SharingData(
    [property: JsonIgnore] long Key, long Id, string Area, string Lead, string State, IReadOnlyList<SharingPartyData> Parties, string What, DateOnly StartsOn, DateOnly EndsOn, string? StoppedBecause,
    string Safeguarding, string AccessRequests, string Breaches, string Assessment, string AssessmentLink, DateOnly AssessedOn, string PrivacyNotice, int RetentionMonths, string Path) : IKeyed
{
    public static SharingData Of(SharingAgreement a, DateOnly today) => new(
        a.Id, a.Id, a.Area.Slug, a.Lead.Slug, DataCode.Of(a.StateOn(today)),
        [.. a.Parties.OrderByDescending(p => p.BodyId == a.LeadId).ThenBy(p => p.Body.Name, StringComparer.Ordinal).Select(p => new SharingPartyData(p.Body.Slug, p.Body.Name, p.HasSigned ? p.SignedAt : null, p.DeclineReason))],
        a.What, a.StartsOn, a.StoppedOn ?? a.EndsOn, a.StoppedBecause, a.Safeguarding, a.AccessRequests, a.Breaches, a.Assessment, a.AssessmentLink, a.AssessedOn, a.PrivacyNotice, a.RetentionMonths, "/sharing-agreements");
}
