using CommunityVoice.Analysis.Opinion;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Letters stay with the people who bore them.</summary>
public sealed class OpinionLabelsTests
{
    [Fact]
    public void At_first_letters_go_by_number() => Assert.Equal(['A', 'B', 'C'], Match("001122", ""));

    [Fact]
    public void Groups_that_swap_numbers_keep_their_letters() => Assert.Equal(['B', 'A'], Match("110000", "AABBBB"));

    [Fact]
    public void Most_people_keep_their_letter_even_where_the_largest_overlap_does_not_win()
    {
        // Group 0 shares three with A and two with B; group 1 shares two with A and none with B. A for 1 and B for 0 keeps four, not three.
        Assert.Equal(['B', 'A'], Match("0000011", "AAABBAA"));
    }

    [Fact]
    public void Of_a_group_that_splits_the_larger_part_keeps_the_letter_and_the_other_gets_a_new_one() =>
        Assert.Equal(['A', 'B', 'C'], Match("0001112", "AAABBBB"));

    [Fact]
    public void A_letter_never_passes_straight_to_other_people() => Assert.Equal(['A', 'C'], Match("000.. 111".Replace(" ", "", StringComparison.Ordinal), "AAABB..."));

    [Fact]
    public void Only_letters_are_taken() => Assert.Throws<ArgumentException>(() => Match("0", "a"));

    [Fact]
    public void No_other_pairing_keeps_more_people() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var (now, before) = (new Dictionary<Guid, int>(), new Dictionary<Guid, char>());
        for (var p = 0; p < 30; p++)
        {
            if (random.Next(6) > 0) now.Add(OpinionData.Key(p), random.Next(4));
            if (random.Next(6) > 0) before.Add(OpinionData.Key(p), (char)('A' + random.Next(4)));
        }
        var labels = GroupLabels.Match(now, 4, before);
        int Kept(IReadOnlyList<char> letters) => now.Count(m => before.TryGetValue(m.Key, out var letter) && letters[m.Value] == letter);
        var best = (from a in "ABCD" from b in "ABCD" from c in "ABCD" from d in "ABCD" select new[] { a, b, c, d })
            .Where(l => l.Distinct().Count() == 4).Max(Kept);
        return Kept(labels) == best && labels.Distinct().Count() == 4;
    }).QuickCheckThrowOnFailure();

    // One character a person: the group number now, the letter before; a dot is none.
    private static IReadOnlyList<char> Match(string now, string before)
    {
        var members = now.Select((g, p) => (g, p)).Where(x => x.g != '.').ToDictionary(x => OpinionData.Key(x.p), x => x.g - '0');
        return GroupLabels.Match(members, members.Values.Max() + 1, before.Select((l, p) => (l, p)).Where(x => x.l != '.').ToDictionary(x => OpinionData.Key(x.p), x => x.l));
    }
}
