using CommunityVoice.Analysis.Ballots;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Counting dots, the interval of a share, and which waiting entries go into the record.</summary>
public sealed class BallotCountTests
{
    private static readonly int[] Once = [1];

    [Fact]
    public void Choices_have_one_text_by_rising_number()
    {
        Assert.Equal("2=1,15=2", DotsText.Write(new Dictionary<long, int> { [15] = 2, [2] = 1, [9] = 0 }));
        Assert.Equal([new(2, 1), new(15, 2)], DotsText.Read("2=1,15=2"));
        Assert.Empty(DotsText.Read(""));
    }

    [Theory]
    [InlineData("15=2,2=1")]
    [InlineData("2=1,2=1")]
    [InlineData("2=0")]
    [InlineData("2=01")]
    [InlineData("2=-1")]
    [InlineData(" 2=1")]
    [InlineData("2=1,")]
    [InlineData("2")]
    public void Any_other_text_of_choices_is_refused(string text) => Assert.Throws<FormatException>(() => DotsText.Read(text));

    [Fact]
    public void Replaced_and_taken_back_entries_do_not_count()
    {
        var count = BallotTally.Of(BallotMethod.Dots, [new("a", "1=3,2=1", null), new("b", "2=2", "a"), new("c", "1=1", null), new("d", "", "c"), new("e", "1=2", null)]);

        Assert.Equal(2, count.Papers);
        Assert.Equal(new(2, 1), count.Of(1));
        Assert.Equal(new(2, 1), count.Of(2));
        Assert.Equal(new(0, 0), count.Of(3));
    }

    [Fact]
    public void The_order_of_entries_plays_no_part() => Prop.ForAll<int[][]>(people =>
    {
        var entries = Waiting(people);
        var (straight, turned) = (BallotTally.Of(BallotMethod.Dots, entries), BallotTally.Of(BallotMethod.Dots, [.. entries.AsEnumerable().Reverse()]));
        return straight.Papers == turned.Papers && straight.Options.SequenceEqual(turned.Options);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(90, 100, 0.8256, 0.9448)]
    [InlineData(1, 1, 0.2065, 1)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_Wilsons(int count, int of, double low, double high)
    {
        var interval = WilsonInterval.Of(count, of);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void One_of_one_never_outranks_ninety_of_a_hundred() => Assert.True(WilsonInterval.Of(1, 1).Low < WilsonInterval.Of(90, 100).Low);

    [Fact]
    public void A_batch_holds_the_papers_of_ten_and_leaves_those_of_ten() => Prop.ForAll<int[][]>(people =>
    {
        var waiting = Waiting(people);
        var batch = BatchRule.Next(waiting, atEnd: false);
        if (batch.Count == 0) return Cast(waiting) < 20;
        var left = waiting.Except(batch).ToList();
        return Cast(batch) >= 10 && Cast(left) >= 10 && batch.Distinct().Count() == batch.Count
            && batch.All(e => e.Supersedes is null || !left.Exists(l => l.Commitment == e.Supersedes));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nineteen_wait_and_of_twenty_ten_go()
    {
        Assert.Empty(BatchRule.Next(Waiting(Enumerable.Repeat(Once, 19)), atEnd: false));
        Assert.Equal(10, BatchRule.Next(Waiting(Enumerable.Repeat(Once, 20)), atEnd: false).Count);
        Assert.Equal(19, BatchRule.Next(Waiting(Enumerable.Repeat(Once, 19)), atEnd: true).Count);
    }

    [Fact]
    public void Somebody_who_changes_their_mind_fifty_times_is_one_paper() =>
        Assert.Empty(BatchRule.Next(Waiting([Enumerable.Range(1, 50), .. Enumerable.Repeat(Once, 18)]), atEnd: false));

    [Fact]
    public void A_batch_is_shuffled()
    {
        var waiting = Waiting(Enumerable.Repeat(Once, 60));

        Assert.NotEqual(waiting, BatchRule.Next(waiting, atEnd: true)); // the same order by chance: once in 60! times
    }

    private static int Cast(IReadOnlyCollection<BallotEntry> entries) => BatchRule.ByPaper(entries).Count(p => p[0].Choices.Length > 0);

    // Each person's casts in turn: a number is dots on priority 1, and 0 takes the choices back.
    private static List<BallotEntry> Waiting(IEnumerable<IEnumerable<int>> people)
    {
        var (entries, number) = (new List<BallotEntry>(), 0);
        foreach (var casts in people)
        {
            string? before = null;
            foreach (var dots in casts)
            {
                entries.Add(new($"c{++number}", dots == 0 ? "" : $"1={Math.Abs(dots % 5) + 1}", before));
                before = entries[^1].Commitment;
            }
        }
        return entries;
    }
}
