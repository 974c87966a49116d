using System.Text.Json.Serialization;
using CommunityVoice.OpenData;
using CommunityVoice.Summaries;

namespace CommunityVoice.AnnualReports;

/// <summary>The newest version of a published annual report as open data. Year: the one it begins in.</summary>
public sealed record AnnualReportData(
    [property: JsonIgnore] long Key, string Slug, string Title, int Version, DateTimeOffset PublishedAt, int Year, string By, string BySlug, DateTimeOffset FiguresAt, string InShort, string Path) : IKeyed
{
    public static AnnualReportData Of(AnnualReport r) => new(r.Id, r.Slug, r.Title, r.Number, r.PublishedAt!.Value, r.Year, r.By.Name, r.By.Slug, r.FiguresAt, r.InShort, $"/annual-reports/{r.Slug}");
}

/// <summary>An annual report with all that its page says. Texts are Markdown; numbers are read off the words of the page.</summary>
public sealed record AnnualReportWhole(AnnualReportData Report, string WhatItShows, string WhatNext, string? Correction, IReadOnlyList<AnnualLine> Figures, IReadOnlyList<VersionData> Versions)
{
    public static AnnualReportWhole Of(AnnualReport r, IReadOnlyList<VersionData> versions) => new(
        AnnualReportData.Of(r) with { Path = VersionData.PathOf($"/annual-reports/{r.Slug}", r.Number, versions) }, r.WhatItShows, r.WhatNext, r.Correction, [.. AnnualLine.Of(r.Pack)], versions);
}
