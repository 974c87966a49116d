using System.Text.RegularExpressions;
using CommunityVoice.Content;

namespace CommunityVoice.Tests.Content;

public sealed class ContentLibraryTests
{
    private static readonly SiteWords Words = SomeSite.Words();
    private const string Front = "---\ntitle: A page\nsummary: What it is.\nreviewed: 2026-11-21\n---\n";

    [Fact]
    public void A_page_has_its_title_summary_date_and_text()
    {
        var page = ContentLibrary.Parse("some/page", Front + "Hello, **{{site.place}}**.", Words);

        Assert.Equal(("some/page", "A page", "What it is.", new DateOnly(2026, 11, 21)), (page.Path, page.Title, page.Summary, page.Reviewed));
        Assert.Equal("<p>Hello, <strong>Rivermead</strong>.</p>\n", page.Html);
        Assert.Equal("Hello, Rivermead.", page.Text.Trim());
    }

    [Theory]
    [InlineData("Hello", "front matter")]
    [InlineData("---\ntitle: A page\nreviewed: 2026-11-21\n---\nHello", "summary")]
    [InlineData("---\ntitle: A page\nsummary: It.\nreviewed: 21/11/2026\n---\nHello", "year-month-day")]
    [InlineData(Front + "Hello {{site.nmae}}", "site.nmae")]
    public void A_page_that_lacks_something_stops_the_start_and_says_which_page_and_what(string text, string says)
    {
        var e = Assert.Throws<InvalidDataException>(() => ContentLibrary.Parse("some/page", text, Words));

        Assert.StartsWith("some/page: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_about_something_the_site_does_not_have_is_left_out()
    {
        var page = ContentLibrary.Parse("contact", Front + "- E-mail: <{{site.email}}>\n- Phone: {{site.phone}}\n", SomeSite.Words(phone: ""));

        Assert.Contains("<a href=\"mailto:hello@rivermead.example\">", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Phone", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_begins_a_sentence_gets_a_capital()
    {
        var words = new SiteWords(new Dictionary<string, string>(StringComparer.Ordinal) { ["label.voiceBody"] = "the voice body" });

        Assert.Equal("The voice body acts for the voice body.", words.Fill("{{Label.voiceBody}} acts for {{label.voiceBody}}."));
    }

    [Fact]
    public void Main_headings_make_a_table_of_contents()
    {
        var page = ContentLibrary.Parse("page", Front + "## What we keep\n### Detail\n## And *why*\n", Words);

        Assert.Equal([new("what-we-keep", "What we keep"), new("and-why", "And why")], page.Headings);
    }

    [Fact]
    public void Each_cell_of_a_table_knows_its_column()
    {
        var page = ContentLibrary.Parse("page", Front + "| Name | What *for* |\n|---|---|\n| `a` | sign in |\n", Words);

        Assert.Contains("<table class=\"cv-table cv-table--stack\">", page.Html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">What <em>for</em></th>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<td data-label=\"What for\">sign in</td>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_that_the_footer_and_the_forms_point_to_is_there()
    {
        var library = ContentLibrary.Load(ContentLibrary.DefaultFolder, Words);

        foreach (var path in new[]
        {
            "about", "accessibility", "ballot-record", "contact", "cookies", "help", "house-rules", "how-voting-works", "how-we-moderate",
            "how-we-protect-small-numbers", "other-ways-to-take-part", "privacy", "what-happens-to-what-you-say",
        }) Assert.NotNull(library.Find(path));
    }

    [Fact]
    public void A_page_is_found_with_slashes_and_in_any_case_and_nothing_else_is()
    {
        var library = ContentLibrary.Load(ContentLibrary.DefaultFolder, Words);

        Assert.Equal("House rules", library.Find("/House-Rules/")?.Title);
        Assert.Null(library.Find("letters/sign-in"));
        Assert.Null(library.Find("../letters/sign-in"));
    }

    /// <summary>Rule R-F34: what the record of a vote must not be said to be.</summary>
    [Fact]
    public void No_page_or_letter_claims_more_than_is_true()
    {
        var claims = new Regex(
            @"\b(anonymous|anonymously|tamper-?proof|coercion|end-to-end|representative|binding|one person,? one vote|secret ballot)\b",
            RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.All(SomeSite.TextFiles(), file => Assert.DoesNotMatch(claims, File.ReadAllText(file)));
    }

    [Fact]
    public void No_page_or_letter_names_a_statutory_body_or_uses_words_we_avoid()
    {
        var words = new Regex(
            @"\b(Healthwatch|ICP|ICB|Integrated Care Partnership|please|oops|invalid|submit|users?)\b",
            RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.All(SomeSite.TextFiles(), file => Assert.DoesNotMatch(words, File.ReadAllText(file)));
    }
}
