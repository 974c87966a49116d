using System.Text.Json.Serialization;
using CommunityVoice.Checklists;
using CommunityVoice.OpenData;
using CommunityVoice.People;

namespace CommunityVoice.Bodies;

/// <summary>What a body may do in an area between two dates, under which label and on what basis. EndsOn: the first day on which it no longer holds. CommissionedBy: the slug of who gave it. Budgets: the money it comes with.</summary>
public sealed record RemitData(string Label, string Area, string AreaSlug, IReadOnlyList<string> May, string LegalBasis, DateOnly StartsOn, DateOnly? EndsOn, bool IsInForce, string? CommissionedBy, IReadOnlyList<BudgetData> Budgets);

/// <summary>A budget that comes with a remit: for what, and between which days. EndsOn: the first day on which it is held no more.</summary>
public sealed record BudgetData(string For, DateOnly StartsOn, DateOnly? EndsOn, bool IsHeld);

/// <summary>An organisation as open data. Label: what it is called here today. OrganisationId: how registers know it, as org-id.guide writes it. Successor: who took its place. Standing: how independent it is today. NoPublicAuthority: why it is none. Quality: how it looked back on its years, newest first.</summary>
public sealed record BodyData(
    [property: JsonIgnore] long Key, string Slug, string Name, string Kind, string Voice, string? Label, string About, string? OrganisationId, string? Website, string? Successor, IReadOnlyList<RemitData> Remits, string? Standing, string? NoPublicAuthority, IReadOnlyList<ChecklistData> Quality, string Path) : IKeyed
{
    /// <summary>How independent it is and was, newest first.</summary>
    public IReadOnlyList<StandingData> Standings { get; init; } = [];

    /// <summary>Whose work it took over, and who took over its own, each from which day on.</summary>
    public IReadOnlyList<HandedWork> TookOver { get; init; } = [];
    public IReadOnlyList<HandedWork> HandedOver { get; init; } = [];

    /// <summary>Of one loaded with its remits and their areas. Successor: the slug of who does its work today, where that is another.</summary>
    public static BodyData Of(Body body, string? successor, BodyStanding? standing, IReadOnlyList<ChecklistData> quality, DateOnly today)
    {
        var remits = body.Remits.OrderBy(r => r.StartsOn).ThenBy(r => r.Id).ToList();
        return new(
            body.Id, body.Slug, body.Name, DataCode.Of(body.Kind), body.Voice.Word(), remits.OrderBy(r => r.Id).FirstOrDefault(r => r.IsInForceOn(today))?.Label, body.About, body.OrganisationId, body.Website, successor,
            [.. remits.Select(r => new RemitData(r.Label, r.Area.Name, r.Area.Slug, [.. r.Capabilities.Parts().Select(CapabilityWords.Word)], r.LegalBasis, r.StartsOn, r.EndsOn, r.IsInForceOn(today), r.CommissionedBy?.Slug,
                [.. r.Budgets.OrderBy(b => b.StartsOn).ThenBy(b => b.Id).Select(b => new BudgetData(b.For, b.StartsOn, b.EndsOn, b.IsInForceOn(today)))]))],
            standing?.Words, body.NoPublicAuthority, quality, $"/bodies/{body.Slug}");
    }
}
