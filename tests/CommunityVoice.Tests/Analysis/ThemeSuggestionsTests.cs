using CommunityVoice.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Suggesting themes from what was coded before.</summary>
public sealed class ThemeSuggestionsTests
{
    private static readonly ThemeWords[] Themes = [new(1, "Care at night"), new(2, "Lifts home"), new(3, "Loneliness. Having nobody to talk to or to call on.")];

    private static readonly CodedText[] Coded =
    [
        new(11, "Nobody came at night, the nurse was on another ward", [1]),
        new(12, "The night nurse has thirty patients", [1]),
        new(13, "I was afraid at night and no nurse could come", [1]),
        new(14, "The lift home was four hours late", [2]),
        new(15, "No transport home after six, so my daughter drove", [2]),
        new(16, "They sent me home without a lift or a taxi", [2]),
    ];

    [Fact]
    public void A_suggestion_names_the_words_it_rests_on_and_the_comment_it_is_like()
    {
        var first = new ThemeSuggestions(Themes, Coded).For("At night there should be a second nurse on each ward", [])[0];

        Assert.Equal(1, first.ThemeId);
        Assert.Equal(["night", "nurse"], first.Terms.Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(11, first.LikeId);
    }

    [Fact]
    public void Before_anything_is_coded_a_theme_s_own_words_suggest_it()
    {
        var suggestion = Assert.Single(new ThemeSuggestions(Themes, []).For("My loneliness is worst on Sundays", []));

        Assert.Equal(3, suggestion.ThemeId);
        Assert.Equal(["loneliness"], suggestion.Terms);
        Assert.Null(suggestion.LikeId);
    }

    [Fact]
    public void Nothing_is_suggested_for_what_is_like_nothing_and_no_theme_that_is_there_already()
    {
        var suggestions = new ThemeSuggestions(Themes, Coded);

        Assert.Empty(suggestions.For("Zebra crossings and bin collections", []));
        Assert.Empty(suggestions.For("", []));
        Assert.DoesNotContain(suggestions.For("The night nurse", [1]), s => s.ThemeId == 1);
    }

    [Fact]
    public void The_order_of_what_was_coded_plays_no_part()
    {
        var order = Gen.Shuffle(Enumerable.Range(0, Coded.Length).ToArray());

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(order.ToArbitrary(), places =>
        {
            var straight = new ThemeSuggestions(Themes, Coded).For("No lift home at night, and no nurse either", []);
            var turned = new ThemeSuggestions(Themes.Reverse(), places.Select(p => Coded[p])).For("No lift home at night, and no nurse either", []);
            return straight.Select(Text).SequenceEqual(turned.Select(Text)) && straight.Count is > 0 and <= ThemeSuggestions.Most;
        }));

        static string Text(ThemeSuggestion s) => $"{s.ThemeId}: {string.Join(',', s.Terms)} {s.LikeId}";
    }
}
