using System.Text.Json.Serialization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;

namespace CommunityVoice.Strategies;

/// <summary>Who gives or gets a grant. Url: its page on this site, where it has one.</summary>
public sealed record GrantOrganisation(string Id, string Name)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Url { get; init; }
}

/// <summary>The period of a grant. EndDate: the last day.</summary>
public sealed record GrantDates(DateOnly StartDate, DateOnly EndDate);

/// <summary>What a grant is part of: the strategy.</summary>
public sealed record GrantProgramme(string Code, string Title, string Url);

/// <summary>Where those live whom a grant is for. GeoCode: the statistical office's code, where it has one.</summary>
public sealed record GrantLocation(string Name, string CountryCode)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? GeoCode { get; init; }

    internal static GrantLocation Of(Area area) => new(area.Name, "GB") { GeoCode = area.Code };
}

/// <summary>A budget line of a published version as a grant of the 360Giving Data Standard, version 1.1. AmountAwarded: in pounds. AwardDate: the day on which the first version that has it was published.</summary>
public sealed record GrantData(
    string Id, string Title, string Description, string Currency, decimal AmountAwarded, DateOnly AwardDate, string Url, IReadOnlyList<GrantDates> PlannedDates,
    IReadOnlyList<GrantOrganisation> RecipientOrganization, IReadOnlyList<GrantOrganisation> FundingOrganization, IReadOnlyList<GrantProgramme> GrantProgramme,
    IReadOnlyList<GrantLocation> BeneficiaryLocation, DateTimeOffset DateModified, string DataSource)
{
    /// <summary>The standard asks for titles of fewer characters than this.</summary>
    public const int TitleLength = 140;

    /// <summary>Of a line of a published version that is loaded whole. To: makes a path on this site an address.</summary>
    public static GrantData Of(BudgetLine line, DateOnly awardedOn, GrantIds ids, Func<string, string> to)
    {
        var (version, strategy) = (line.Version, line.Version.Strategy);
        var path = $"/strategies/{strategy.Slug}";
        return new(
            ids.Of(line), Short(line.Title), Describe(line), "GBP", line.Pence / 100m, awardedOn, to($"{path}/money#line-{line.Number}"), [new(line.StartsOn, line.EndsOn)],
            [Organisation(line.Payee, line.RecipientName)], [Organisation(line.Payer, line.SourceName)], [new(strategy.Slug, version.Title, to(path))],
            [GrantLocation.Of(strategy.Area)], version.PublishedAt!.Value, to($"{path}/grants.json"));

        GrantOrganisation Organisation(Body? body, string name) => new(ids.Of(body, name), name) { Url = body is null ? null : to($"/bodies/{body.Slug}") };
    }

    private static string Short(string title) => title.Length < TitleLength ? title : CleanText.Cut(title, TitleLength - 2).TrimEnd() + "…";

    private static string Describe(BudgetLine line) =>
        $"{line.Title.TrimEnd('.')}.{(line.Action is { } action ? $" For action {action.Number}, {action.Title}." : "")} {line.TermsWords()}.";
}

/// <summary>Who publishes grants, and where.</summary>
public sealed record GrantPublisher(string Name, string Website);

/// <summary>The grants of a strategy's newest version, in a package of the 360Giving Data Standard. Version: that of the standard. License: the address of the licence.</summary>
public sealed record GrantPackage(
    string Version, string Title, string Description, DateOnly Issued, DateTimeOffset Modified, GrantPublisher Publisher,
    [property: JsonPropertyName("downloadURL")] string DownloadUrl, [property: JsonPropertyName("accessURL")] string AccessUrl, string License, IReadOnlyList<GrantData> Grants);
