using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.OpenData;

/// <summary>A file that holds what a page shows.</summary>
public sealed record DataLink(string Name, string ContentType, string Href);

/// <summary>The files beside the page at hand: its own address with <c>.json</c> or <c>.csv</c> behind it, where open data has one.</summary>
public static class DataLinks
{
    private static readonly (string Name, string ContentType, string Suffix)[] Kinds = [("JSON", "application/json", ".json"), ("CSV", DataAnswers.Csv, ".csv")];

    /// <summary>Set on a page that is not public yet: it has no files.</summary>
    public const string None = "NoData";

    /// <summary>Set on a page that shows what its query asks for: the query of its files.</summary>
    public const string Query = "DataQuery";

    /// <summary>Set on a page that has more files than those at its own address: a list of their links.</summary>
    public const string More = "MoreData";

    public static IReadOnlyList<DataLink> Of(ViewContext view)
    {
        if (view.ViewData[None] is true || view.HttpContext.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } page } || view.HttpContext.Response.StatusCode != StatusCodes.Status200OK) return [];
        var files = view.HttpContext.RequestServices.GetRequiredService<OpenDataAddresses>();
        return [.. Kinds.Where(k => files.Has(page + k.Suffix)).Select(k => new DataLink(k.Name, k.ContentType, view.HttpContext.Request.Path.Value!.TrimEnd('/') + k.Suffix + view.ViewData[Query])),
            .. view.ViewData[More] as IReadOnlyList<DataLink> ?? []];
    }
}

/// <summary>Which addresses open data has, as the routes were written.</summary>
public sealed class OpenDataAddresses(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> patterns = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<OpenDataFile>() is not null).Select(e => e.RoutePattern.RawText!.TrimStart('/')).ToHashSet(StringComparer.Ordinal));

    public bool Has(string pattern) => patterns.Value.Contains(pattern.TrimStart('/'));
}
