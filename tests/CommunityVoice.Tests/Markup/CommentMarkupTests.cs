using System.Diagnostics;
using System.Text.Json;
using AngleSharp.Html.Parser;
using CommunityVoice.Markup;

namespace CommunityVoice.Tests.Markup;

public sealed class CommentMarkupTests
{
    private static readonly string[] Live =
        ["script", "style", "img", "iframe", "object", "embed", "svg", "math", "form", "input", "button", "link", "meta", "base", "video", "audio"];

    private static readonly string[] Attributes = ["href", "rel", "start", "class", "tabindex", "role", "aria-label", "scope"];

    [Theory]
    [InlineData("Hello *there*, **all**", "<p>Hello <em>there</em>, <strong>all</strong></p>")]
    [InlineData("One\nTwo", "<p>One<br>\nTwo</p>")]
    [InlineData("[the plan](https://example.org/a?b=1&c=2)", "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow ugc noopener\">the plan</a></p>")]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](&#106;avascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)", "<p>a</p>")]
    [InlineData("[a](vbscript:x)", "<p>a</p>")]
    [InlineData("[a](//evil.example)", "<p>a</p>")]
    [InlineData("[a](https://nhs.uk@evil.example)", "<p>a</p>")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)", "<p>a</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("![x](https://evil.example/track.gif)", "<p>x</p>")]
    [InlineData("![x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<b onclick=x>b</b>", "<p>&lt;b onclick=x&gt;b&lt;/b&gt;</p>")]
    [InlineData("# Loud", "<p># Loud</p>")]
    [InlineData("3. third", "<ol start=\"3\">\n<li>third</li>\n</ol>")]
    public void Markdown_becomes_only_what_is_safe(string markdown, string html) => Assert.Equal(html, CommentMarkup.ToHtml(markdown));

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("*a ")]
    [InlineData("`")]
    [InlineData("![a](")]
    [InlineData("<a ")]
    [InlineData("_[")]
    public void Ten_thousand_characters_of_anything_are_rendered_quickly(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        var started = Stopwatch.GetTimestamp();

        AssertInert(CommentMarkup.ToHtml(body));
        AssertInert(EditorMarkup.ToHtml(body));

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), piece);
    }

    [SharedDataFact]
    public void No_naughty_string_and_no_example_of_CommonMark_comes_out_live()
    {
        var naughty = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Repository.SharedData!, "security/blns/blns.json")))!;
        var examples = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SharedData!, "security/commonmark/spec-0.31.2.json"))).RootElement
            .EnumerateArray().Select(e => e.GetProperty("markdown").GetString()!).ToList();
        Assert.Equal((485, 652), (naughty.Length, examples.Count));

        foreach (var text in naughty.Concat(examples))
        {
            AssertInert(CommentMarkup.ToHtml(text));
            AssertInert(EditorMarkup.ToHtml(text));
            AssertInert(CommentMarkup.ToHtml(CleanText.Of(text)));
            CleanText.OfMarkdown(text);
        }
    }

    /// <summary>Only the elements, attributes and addresses that are allowed, whatever a browser makes of the text.</summary>
    internal static void AssertInert(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.LocalName, Live);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, Attributes));
            if (element.GetAttribute("href") is not { } href) continue;
            Assert.Matches("^(https?|mailto):", href);
            Assert.Equal("nofollow ugc noopener", element.GetAttribute("rel"));
        }
    }
}
