using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CommunityVoice.Tests;

/// <summary>What holds on every page of the site, whoever asks and whatever it answers.</summary>
public static class PageRules
{
    private static readonly string[] Referring = ["for", "aria-describedby", "aria-labelledby"];
    private static readonly string[] Unlabelled = ["hidden", "submit", "button", "image"];

    public static void Check(IHtmlDocument page, string address)
    {
        var broken = Broken(page).ToList();
        Assert.True(broken.Count == 0, $"{address}: {string.Join("; ", broken)}");
    }

    public static IEnumerable<string> Broken(IHtmlDocument page)
    {
        if (page.QuerySelectorAll("h1").Length != 1) yield return $"{page.QuerySelectorAll("h1").Length} h1 headings";
        if (page.QuerySelector("h1") is { } heading && string.IsNullOrWhiteSpace(heading.TextContent)) yield return "an empty h1";
        if (page.QuerySelector("main :is(h1, aside)") is { LocalName: "aside" }) yield return "a panel that comes before the h1 on a narrow screen";
        if (string.IsNullOrWhiteSpace(page.Title)) yield return "no title";
        if (page.DocumentElement.GetAttribute("lang") != "en-GB" && page.DocumentElement.GetAttribute("lang") != "en") yield return "no language";
        if (page.QuerySelectorAll("main").Length != 1) yield return "not one main";
        foreach (var id in page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)) yield return $"the id {id.Key} is there {id.Count()} times";
        foreach (var field in page.QuerySelectorAll("input, select, textarea").Where(f => !Unlabelled.Contains(f.GetAttribute("type"), StringComparer.Ordinal) && !HasLabel(page, f)))
            yield return $"no label for {field.GetAttribute("name")}";
        foreach (var unnamed in page.QuerySelectorAll("a[href], button").Where(e => Name(e).Length == 0)) yield return $"nothing to read in {unnamed.OuterHtml}";
        foreach (var target in page.QuerySelectorAll("[for], [aria-describedby], [aria-labelledby]").SelectMany(Targets).Where(id => page.GetElementById(id) is null))
            yield return $"nothing has the id {target} that is referred to";
        if (page.QuerySelector("[style], style") is { } style) yield return $"inline style: {style.OuterHtml}";
        if (page.QuerySelectorAll("script").FirstOrDefault(s => !s.HasAttribute("src") && s.GetAttribute("type") != "application/ld+json") is { } script) yield return $"inline script: {script.OuterHtml}";
        if (page.All.FirstOrDefault(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name.StartsWith("hx-on", StringComparison.Ordinal))) is { } handler)
            yield return $"inline handler: {handler.OuterHtml}";
        if (page.QuerySelector("img:not([alt])") is { } picture) yield return $"no alternative text: {picture.OuterHtml}";
        if (page.QuerySelector("[data-error-summary]") is not null && !page.Title!.StartsWith("Error: ", StringComparison.Ordinal)) yield return "errors are shown but the title does not begin with \"Error: \"";
        List<string?> ids = [.. page.All.Select(e => e.Id)];
        List<int> named = [.. page.QuerySelectorAll("[data-error-summary] a").Select(a => ids.IndexOf(a.GetAttribute("href")?.TrimStart('#')))];
        if (!named.SequenceEqual(named.Order())) yield return "the error summary names fields in another order than the page shows them";
        foreach (var link in page.QuerySelectorAll("[data-error-summary] a").Where(a => page.GetElementById(a.GetAttribute("href")?.TrimStart('#') ?? "") is null))
            yield return $"an error links to no field: {link.OuterHtml}";
    }

    private static bool HasLabel(IHtmlDocument page, IElement field) =>
        field.HasAttribute("aria-label") || field.HasAttribute("aria-labelledby") || field.Closest("label") is not null
        || (field.Id is { Length: > 0 } id && page.QuerySelectorAll("label[for]").Any(l => l.GetAttribute("for") == id && l.TextContent.Trim().Length > 0));

    private static string Name(IElement element) =>
        (element.TextContent + element.GetAttribute("aria-label") + string.Concat(element.QuerySelectorAll("img").Select(i => i.GetAttribute("alt")))).Trim();

    private static IEnumerable<string> Targets(IElement element) =>
        Referring.SelectMany(a => (element.GetAttribute(a) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
