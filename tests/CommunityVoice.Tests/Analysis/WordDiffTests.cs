using CommunityVoice.Analysis.Text;

namespace CommunityVoice.Tests.Analysis;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Two crossings.", "Three crossings.", "-Two +Three  crossings.")]
    [InlineData("The lights are fast.", "The lights are too fast.", " The lights are +too  fast.")]
    [InlineData("One line.\nAnother line.", "One line.\nA new line.\nAnother line.", " One line.\n+A new line.\n Another line.")]
    [InlineData("The same.", "The same.", " The same.")]
    [InlineData("", "New.", "+New.")]
    [InlineData("Gone.", "", "-Gone.")]
    [InlineData("", "", "")]
    public void Words_that_differ_are_told_and_others_stay(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(WordDiff.Between(before, after).Select(s => Mark(s.Change) + s.Text)));

    [Fact]
    public void Both_texts_come_out_again_to_the_letter()
    {
        var random = new Random(7);
        string[] words = ["lights", "are", "too", "fast", "two", "\n", "  ", "crossings.\n", "é", "a\tb"];
        string Text() => string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => words[random.Next(words.Length)] + (random.Next(3) == 0 ? "" : " ")));
        for (var i = 0; i < 500; i++)
        {
            var (before, after) = (Text(), Text());

            var stretches = WordDiff.Between(before, after);

            Assert.Equal(before, string.Concat(stretches.Where(s => s.Change != TextChange.Added).Select(s => s.Text)));
            Assert.Equal(after, string.Concat(stretches.Where(s => s.Change != TextChange.Removed).Select(s => s.Text)));
        }
    }

    [Fact]
    public void The_longest_sections_that_can_be_written_are_compared_at_once()
    {
        var before = string.Join(' ', Enumerable.Range(0, 4000).Select(i => $"w{i}"));
        var after = string.Join(' ', Enumerable.Range(0, 4000).Select(i => $"v{i}"));

        Assert.Equal([TextChange.Removed, TextChange.Added], WordDiff.Between(before, after).Select(s => s.Change));
    }

    private static string Mark(TextChange change) => change switch
    {
        TextChange.Removed => "-",
        TextChange.Added => "+",
        _ => " ",
    };
}
