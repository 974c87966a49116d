using System.Text.Json.Serialization;

namespace CommunityVoice.Elements;

/// <summary>A page of services in the form and the names of Open Referral UK 3 (rule R-H13). Size: how many are on it.</summary>
public sealed record ReferralPage(
    [property: JsonPropertyName("total_items")] int TotalItems,
    [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("page_number")] int PageNumber,
    int Size,
    [property: JsonPropertyName("first_page")] bool IsFirst,
    [property: JsonPropertyName("last_page")] bool IsLast,
    [property: JsonPropertyName("empty")] bool IsEmpty,
    IReadOnlyList<ReferralService> Contents);

/// <summary>A service. Status: active, or inactive once it is off the list here.</summary>
public sealed record ReferralService(Guid Id, string Name, string Description, string Status, [property: JsonPropertyName("service_areas")] IReadOnlyList<ReferralArea> Areas)
{
    public const string Active = "active";
    public const string Inactive = "inactive";

    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Website { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReferralOrganization? Organization { get; init; }
}

/// <summary>Who provides a service.</summary>
public sealed record ReferralOrganization(Guid Id, string Name, string Description, [property: JsonPropertyName("organization_identifiers")] IReadOnlyList<ReferralIdentifier> Identifiers)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Website { get; init; }
}

/// <summary>How a register knows an organisation; schemes are those of org-id.guide.</summary>
public sealed record ReferralIdentifier(
    Guid Id, [property: JsonPropertyName("identifier_scheme")] string Scheme, [property: JsonPropertyName("identifier_type")] string Kind, string Identifier);

/// <summary>Where a service is for people. Uri: the address that stands for the statistical office's code.</summary>
public sealed record ReferralArea(Guid Id, string Name)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Uri { get; init; }
}
