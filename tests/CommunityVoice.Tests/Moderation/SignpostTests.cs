using CommunityVoice.Content;
using CommunityVoice.Moderation;
using CommunityVoice.Tests.Content;

namespace CommunityVoice.Tests.Moderation;

public sealed class SignpostTests
{
    private static readonly Signposts Ours = Signposts.Load(ContentLibrary.DefaultFolder, SomeSite.Words());

    [Theory]
    [InlineData("I want to make a formal  complaint about the ward.", "complaint")]
    [InlineData("They were negligent.", "complaint")]
    [InlineData("Some nights I cannot\ngo on.", "danger")]
    [InlineData("Some nights I can’t go on.", "danger")]
    [InlineData("He came home covered in bruises.", "safeguarding")]
    [InlineData("Where are MY TEST RESULTS?", "own-care")]
    [InlineData("Her carer hits her, and I made a complaint.", "safeguarding,complaint")]
    public void Words_of_trouble_show_where_to_turn(string text, string codes) => Assert.Equal(codes, string.Join(',', Ours.In(text).Select(s => s.Code)));

    [Theory]
    [InlineData("The nurse never came and my mother waited all night.")]
    [InlineData("The signposting is bad and the scan takes weeks.")]
    [InlineData("I died a little when they rang off. Suicide prevention needs money.")]
    [InlineData("")]
    public void Ordinary_stories_show_nothing(string text) => Assert.Empty(Ours.In(text));

    [Fact]
    public void Only_where_somebody_may_come_to_harm_does_it_wait()
    {
        Assert.NotNull(Ours.ReasonToHold("Her son steals from her."));
        Assert.Null(Ours.ReasonToHold("I made a complaint about my results."));
    }

    [Fact]
    public void A_line_about_a_telephone_goes_where_there_is_none()
    {
        var without = Signposts.Load(ContentLibrary.DefaultFolder, new SiteWords(new Dictionary<string, string>(StringComparer.Ordinal) { ["site.phone"] = "", ["label.voiceBody"] = "the voice body" }));

        Assert.DoesNotContain("{{", without.In("my complaint")[0].Turn, StringComparison.Ordinal);
        Assert.DoesNotContain("call us", without.In("my complaint")[0].Turn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_words_stops_the_start()
    {
        var e = Assert.Throws<InvalidDataException>(() => Signposts.Parse("groups:\n  - code: x\n    title: X\n    turn: [y]\n    words: ['']\n", SomeSite.Words()));

        Assert.Contains("\"x\" has no words", e.Message, StringComparison.Ordinal);
    }
}
