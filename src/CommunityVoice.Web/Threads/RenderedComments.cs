using AngleSharp.Html.Parser;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityVoice.Web.Threads;

/// <summary>What people's Markdown renders to, kept while there is room: rendering costs far more than reading.</summary>
public sealed class RenderedComments : IDisposable
{
    /// <summary>Longer comments show their beginning; the rest opens on demand.</summary>
    public const int FoldedFrom = 1200;

    private const int BeginningLength = 600;
    private const long MostCharacters = 16_000_000;
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public string Html(CommentRow comment, bool folded = true) =>
        kept.GetOrCreate((comment.Id, comment.EditedAt, folded, CommentMarkup.Version), entry =>
        {
            var html = CommentMarkup.ToHtml(comment.Words);
            if (folded && comment.Words.Length > FoldedFrom) html = Fold(html, comment.Words.Length);
            entry.Size = html.Length + 100;
            return html;
        })!;

    public void Dispose() => kept.Dispose();

    private static string Fold(string html, int length)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        var document = body.Owner!;
        var (rest, summary, told) = (document.CreateElement("div"), document.CreateElement("summary"), document.CreateElement("span"));
        var shown = 0;
        foreach (var element in body.Children.ToList())
        {
            if (shown > 0 && shown + element.TextContent.Length > BeginningLength) rest.Append(element);
            else shown += element.TextContent.Length;
        }
        if (shown > FoldedFrom) return FoldWhole(html, body.TextContent);
        if (!rest.HasChildNodes) return html;
        told.TextContent = FormattableString.Invariant($"Read the rest ({length:N0} characters in all)");
        (told.ClassName, summary.ClassName, rest.ClassName) = ("nhsuk-details__summary-text", "nhsuk-details__summary", "nhsuk-details__text");
        summary.Append(told);
        var details = document.CreateElement("details");
        details.ClassName = "nhsuk-details";
        details.Append(summary, rest);
        body.Append(details);
        return body.InnerHtml;
    }

    // One paragraph without end: its first words as they are, and all of it below.
    private static string FoldWhole(string html, string text)
    {
        var cut = text.LastIndexOf(' ', BeginningLength) is > 0 and var space ? space : BeginningLength;
        var beginning = System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text[..cut]);
        return FormattableString.Invariant($"""
            <p>{beginning} …</p><details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Read all of it ({text.Length:N0} characters)</span></summary><div class="nhsuk-details__text">{html}</div></details>
            """);
    }
}
