using CommunityVoice.Markup;

namespace CommunityVoice.Tests.Markup;

/// <summary>HTML of others becomes plain text.</summary>
public sealed class HtmlWordsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Two\n\nlines", "Two\n\nlines")]
    [InlineData("<p>Somebody comes &amp; stays.</p><ul><li>Free</li><li>At night</li></ul>", "Somebody comes & stays.\nFree\nAt night")]
    [InlineData("A <b>warm</b> room<br/>for all", "A warm room\nfor all")]
    [InlineData("a<script>alert('<b>')</script>b<style>p{}</style><!-- <p>no</p> -->c", "abc")]
    [InlineData("a<script>never ends", "a")]
    [InlineData("5 < 6 and <not closed", "5 < 6 and <not closed")]
    [InlineData("&lt;b&gt; stays &#8364;", "<b> stays €")]
    [InlineData("<a href='javascript:alert(1)'>Ring us</a>\u202e", "Ring us")]
    public void Marks_go_and_words_stay(string? html, string words) => Assert.Equal(words, HtmlWords.Of(html));
}
