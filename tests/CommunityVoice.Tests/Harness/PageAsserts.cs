using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CommunityVoice.Tests;

/// <summary>What tests ask of a page.</summary>
public static class PageAsserts
{
    /// <summary>The words of the page's main part, with spaces as a reader sees them.</summary>
    public static string Words(this IHtmlDocument page) => Words(page.QuerySelector("main")!);

    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static void Shows(this IHtmlDocument page, string words) => Assert.Contains(words, page.Words(), StringComparison.Ordinal);

    public static void DoesNotShow(this IHtmlDocument page, string words) => Assert.DoesNotContain(words, page.Words(), StringComparison.Ordinal);

    /// <summary>The error is in the summary, beside the field, and the field has a label.</summary>
    public static void ShowsError(this IHtmlDocument page, string field, string message)
    {
        Assert.Contains(message, page.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        var input = page.QuerySelectorAll($"[name='{field}']").First(i => i.GetAttribute("type") != "hidden");
        Assert.Contains(page.QuerySelectorAll(".nhsuk-error-message"), e =>
            e.Words().EndsWith(message, StringComparison.Ordinal) && (e.Id == $"{input.Id}-error" || e.Closest(".nhsuk-form-group")!.Contains(input)));
    }
}
