namespace CommunityVoice.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Coming home from hospital", "coming-home-from-hospital")]
    [InlineData("Hillgate Carers' Circle", "hillgate-carers-circle")]
    [InlineData("  Café & kitchen – at the Weir!  ", "cafe-kitchen-at-the-weir")]
    [InlineData("我们的社区", "untitled")]
    public void A_title_becomes_a_readable_address(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_long_title_is_cut_without_a_hyphen_at_the_end() => Assert.Equal("abc", Slug.Of("abc defgh", 4));

    [Fact]
    public void A_taken_slug_gets_the_first_free_number()
    {
        Assert.Equal("weir", Slug.Free("weir", ["weir-2"]));
        Assert.Equal("weir-3", Slug.Free("weir", ["weir", "weir-2", "weir-4"]));
    }
}
