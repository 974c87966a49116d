using System.Diagnostics;
using CommunityVoice.Analysis.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Finding texts in nearly the same words, checked against comparing every pair.</summary>
public sealed class NearCopiesTests
{
    private const string Letter =
        "Please keep the walk-in clinic on Mill Street open. My family depends on it, the buses to the hospital take an hour, and nobody asked us before the decision was made.";

    private static readonly string[] Words = ["night", "nurse", "bus", "ward", "home", "late"];

    [Fact]
    public void Six_hundred_copies_are_one_group_of_six_hundred()
    {
        var group = Assert.Single(NearCopies.In(Enumerable.Range(1, 600).Select(i => new NumberedText(i, Letter))));

        Assert.Equal(Enumerable.Range(1, 600).Select(i => (long)i), group);
    }

    [Fact]
    public void Capitals_punctuation_and_a_sentence_more_make_no_other_text()
    {
        var groups = NearCopies.In(
        [
            new(1, Letter), new(2, Letter.ToUpperInvariant()), new(3, Letter.Replace(",", " –", StringComparison.Ordinal)), new(4, Letter + " I live in Weirside."),
            new(5, "I drive, so the clinic may close for all I care, but please tell people in time where they can go instead."),
        ]);

        Assert.Equal([1L, 2, 3, 4], Assert.Single(groups));
    }

    [Fact]
    public void What_people_say_of_their_own_accord_is_never_matched() =>
        Assert.Empty(NearCopies.In(Enumerable.Range(1, 50).Select(i => new NumberedText(i, "I agree with this very much."))));

    [Fact]
    public void Likeness_is_shared_runs_of_three_words_divided_by_all_of_them()
    {
        // Eight words have six runs; with another last word five are shared of seven.
        Assert.Equal(1, NearCopies.Likeness("one two three four five six seven eight", "One, two, three; four five six seven EIGHT!"));
        Assert.Equal(5.0 / 7, NearCopies.Likeness("one two three four five six seven eight", "one two three four five six seven nine"), 12);
        Assert.Equal(0, NearCopies.Likeness("one two three four five six seven eight", "eight seven six five four three two one"));
        Assert.Equal(0, NearCopies.Likeness("too short", "too short"));
    }

    [Fact]
    public void The_order_of_texts_plays_no_part_and_no_text_is_in_two_groups() => Holds(texts =>
    {
        var straight = NearCopies.In(texts);
        var turned = NearCopies.In(texts.AsEnumerable().Reverse());
        var ids = straight.SelectMany(g => g).ToList();
        return Same(straight, turned) && ids.Distinct().Count() == ids.Count && straight.All(g => g.Count > 1 && g.SequenceEqual(g.Order()));
    });

    [Fact]
    public void It_finds_what_comparing_every_pair_finds() => Holds(texts => Same(NearCopies.In(texts), EveryPair(texts)));

    [SharedDataFact]
    public async Task Real_comments_give_what_comparing_every_pair_gives()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.SharedData!, "moderation", "youtube-spam", "Youtube04-Eminem.csv"));
        List<NumberedText> texts = [.. lines.Skip(1).Select((line, i) => new NumberedText(i + 1, line.Split(',', 4)[^1]))];

        var groups = NearCopies.In(texts);

        Assert.NotEmpty(groups);
        Assert.True(Same(groups, EveryPair(texts)));
    }

    [Fact]
    public void Ten_thousand_comments_take_seconds()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(1, 10_000).Select(i => new NumberedText(i, i % 10 < 3
            ? $"{Letter} Yours, {random.Next(100_000)}."
            : string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"word{random.Next(3000)}")))).ToList();
        var watch = Stopwatch.StartNew();

        var groups = NearCopies.In(texts);

        Assert.Equal(3000, Assert.Single(groups).Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    // Texts from few words, in which changed copies of each other are common.
    private static void Holds(Func<List<NumberedText>, bool> property)
    {
        var text = Gen.Choose(0, Words.Length - 1).ListOf(12).SelectMany(words => Gen.Choose(0, 3).SelectMany(copies => Gen.Choose(0, 11).ListOf(copies).Select(changes => (words, changes))));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(text.ListOf(8).ToArbitrary(), drawn =>
        {
            var texts = new List<NumberedText>();
            foreach (var (words, changes) in drawn)
            {
                texts.Add(new(texts.Count + 1, string.Join(' ', words.Select(w => Words[w]))));
                foreach (var change in changes) texts.Add(new(texts.Count + 1, string.Join(' ', words.Select((w, i) => i == change ? "another" : Words[w]))));
            }
            return property(texts);
        }));
    }

    private static List<IReadOnlyList<long>> EveryPair(List<NumberedText> texts)
    {
        var group = texts.Select((_, i) => i).ToArray();
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                if (group[i] == group[j] || NearCopies.Likeness(texts[i].Text, texts[j].Text) < NearCopies.Alike) continue;
                var (from, to) = (group[j], group[i]);
                for (var k = 0; k < group.Length; k++) group[k] = group[k] == from ? to : group[k];
            }
        }
        return [.. texts.Select((t, i) => (t.Id, Group: group[i])).GroupBy(t => t.Group).Where(g => g.Count() > 1).Select(g => (IReadOnlyList<long>)[.. g.Select(t => t.Id)])];
    }

    private static bool Same(IEnumerable<IReadOnlyList<long>> one, IEnumerable<IReadOnlyList<long>> other) =>
        one.OrderBy(g => g[0]).Select(g => string.Join(',', g)).SequenceEqual(other.OrderBy(g => g[0]).Select(g => string.Join(',', g)));
}
