using CommunityVoice.Notifications;

namespace CommunityVoice.Tests.Sms;

public sealed class Gsm7Tests
{
    private static readonly Uri Home = new("https://voice.example.org/");

    [Theory]
    [InlineData("", 0)]
    [InlineData("Hello", 5)]
    [InlineData("£5 @ é", 6)]
    [InlineData("ÇØÅÆßÑ§", 7)]
    [InlineData("ΔΦΓΛΩΠΨΣΘΞ", 10)]
    [InlineData("a\nb", 3)]
    [InlineData("€5", 3)] // what is extended counts two
    [InlineData("[a]", 5)]
    [InlineData("^{}\\~|", 12)]
    [InlineData("ê", null)]
    [InlineData("ç", null)] // small: only the capital is in it
    [InlineData("’", null)]
    [InlineData("α", null)]
    [InlineData("👍", null)]
    public void A_text_counts_as_the_alphabet_says(string text, int? count) => Assert.Equal(count, Gsm7.CountOf(text));

    [Theory]
    [InlineData("Rivermead’s “voice” – now…", "Rivermead's \"voice\" - now...")]
    [InlineData("Zoë Dvořák, Dŵr", "Zoe Dvorak, Dwr")]
    [InlineData("ça et là", "ca et là")]
    [InlineData("e\u0301", "é")] // written in two parts
    [InlineData("a\u00a0b", "a b")]
    [InlineData("go 👍 now", "go ? now")]
    [InlineData("€[1]", "€[1]")]
    public void What_is_not_in_the_alphabet_is_said_in_it(string text, string plain) => Assert.Equal(plain, Gsm7.Plain(text));

    [Theory]
    [InlineData("abc€", 5, "abc€")]
    [InlineData("abc€", 4, "abc")] // not half of it
    [InlineData("ab cd", 3, "ab")]
    [InlineData("abc", 0, "")]
    public void A_text_is_cut_by_what_it_counts(string text, int most, string left) => Assert.Equal(left, Gsm7.Cut(text, most));

    [Theory]
    [InlineData("X", 3, 0, "X: 3 things happened to what you said or chose. voice.example.org/account")]
    [InlineData("X", 1, 0, "X: 1 thing happened to what you said or chose. voice.example.org/account")]
    [InlineData("X", 0, 1, "X: 1 thing is new in what you follow. voice.example.org/account")]
    [InlineData("X", 1, 2, "X: 1 thing happened to what you said or chose, 2 things are new in what you follow. voice.example.org/account")]
    public void A_text_says_whose_it_is_how_much_happened_and_one_address(string name, int own, int other, string text) =>
        Assert.Equal(text, TextWords.OfNews(name, Home, own, other, saysStop: false));

    [Theory]
    [InlineData('x')]
    [InlineData('€')]
    [InlineData('’')]
    [InlineData('ł')]
    public void However_long_the_name_it_is_one_message_with_its_whole_address(char sign)
    {
        for (var length = 1; length < 200; length++)
        {
            var text = TextWords.OfNews(new string(sign, length), Home, int.MaxValue, int.MaxValue, saysStop: true);

            Assert.InRange(Gsm7.CountOf(text)!.Value, 1, Gsm7.Most);
            Assert.EndsWith(" Text STOP to end. voice.example.org/account", text, StringComparison.Ordinal);
        }
    }
}
