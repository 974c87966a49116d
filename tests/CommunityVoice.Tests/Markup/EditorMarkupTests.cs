using CommunityVoice.Markup;

namespace CommunityVoice.Tests.Markup;

public sealed class EditorMarkupTests
{
    [Fact]
    public void Tables_scroll_in_a_region_of_their_own_and_headings_fit_below_the_page()
    {
        var html = EditorMarkup.ToHtml("## Costs\n\n| Year | Cost |\n|---|--:|\n| 2026 | £2.1m |\n\n### Detail");

        Assert.Contains("<h3>Costs</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<h4>Detail</h4>", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"cv-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table class=\"cv-table\">", html, StringComparison.Ordinal);
        Assert.Contains("<td>£2.1m</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Staff_write_no_HTML_either() =>
        Assert.Equal("<p>&lt;script&gt;x&lt;/script&gt; a</p>", EditorMarkup.ToHtml("<script>x</script> [a](javascript:x)"));
}
