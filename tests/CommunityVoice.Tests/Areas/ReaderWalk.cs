using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CommunityVoice.Tests.Areas;

/// <summary>A reader who follows the links of pages, a few at most, until one leads to what they look for. They go neither back to where they began nor to the lists that every page's menu has.</summary>
internal sealed class ReaderWalk(Browser reader, string start)
{
    public const string Comment = "/comments/";
    public const string BudgetLines = "/strategies/closer-to-home/money";
    private readonly Dictionary<string, List<string>> read = new(StringComparer.Ordinal);

    /// <summary>Where the links lead that a page has there; files are no pages.</summary>
    public static List<string> Links(IParentNode page, string css) =>
        [.. page.QuerySelectorAll(css).OfType<IHtmlAnchorElement>().Select(a => a.PathName + a.Search).Where(p => p.StartsWith('/') && !p.Contains('.', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether one of these links, or one so many links away at most, leads to it.</summary>
    public async Task<bool> FindsAsync(List<string> next, string wanted, int links)
    {
        if (next.Exists(p => p.Contains(wanted, StringComparison.Ordinal))) return true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var left = links - 1; left > 0; left--)
        {
            var found = new List<string>();
            foreach (var path in next.Where(p => IsOnTheWay(p) && seen.Add(p)))
            {
                var on = await LinksOfAsync(path);
                if (on.Exists(p => p.Contains(wanted, StringComparison.Ordinal))) return true;
                found.AddRange(on);
            }
            next = found;
        }
        return false;
    }

    private bool IsOnTheWay(string path) => path != start && path.LastIndexOf('/') > 0 && !path.StartsWith("/account/", StringComparison.Ordinal);

    private async Task<List<string>> LinksOfAsync(string path)
    {
        if (!read.TryGetValue(path, out var links)) read[path] = links = Links(await reader.GetAsync(path), "main a[href]");
        return links;
    }
}
