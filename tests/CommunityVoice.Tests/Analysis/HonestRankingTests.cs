using CommunityVoice.Analysis.Ballots;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Ranking shares so that few people never beat many by luck.</summary>
public sealed class HonestRankingTests
{
    [Fact]
    public void One_of_one_never_outranks_ninety_of_a_hundred()
    {
        Assert.Equal([2L, 1], HonestRanking.Of([new(1, 1, 1), new(2, 90, 100)], fewestAsked: 1).Select(p => p.Item.Id));
        var ranking = HonestRanking.Of([new(1, 1, 1), new(2, 90, 100)]);
        Assert.Equal([1, null], ranking.Select(p => p.Place));
        Assert.Equal(0.9, ranking[0].Share);
        Assert.Equal(0.8256, ranking[0].Interval.Low, 4);
    }

    [Fact]
    public void Level_items_share_a_place_and_stand_by_id()
    {
        var ranking = HonestRanking.Of([new(9, 20, 40), new(4, 20, 40), new(7, 39, 40), new(1, 10, 40)]);

        Assert.Equal([7L, 4, 9, 1], ranking.Select(p => p.Item.Id));
        Assert.Equal([1, 2, 2, 4], ranking.Select(p => p.Place!.Value));
    }

    [Fact]
    public void Equal_lower_ends_put_the_larger_number_first() =>
        Assert.Equal([2L, 3, 1], HonestRanking.Of([new(1, 0, 12), new(2, 0, 30), new(3, 0, 20)]).Select(p => p.Item.Id));

    [Fact]
    public void Nobody_asked_is_no_share_and_no_place()
    {
        var place = HonestRanking.Of([new(1, 0, 0)], fewestAsked: 1)[0];

        Assert.Null(place.Share);
        Assert.Null(place.Place);
    }

    [Fact]
    public void An_id_twice_or_more_in_favour_than_asked_is_refused()
    {
        Assert.Throws<ArgumentException>(() => HonestRanking.Of([new(1, 1, 2), new(1, 2, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => HonestRanking.Of([new(1, 3, 2)]));
    }

    [Fact]
    public void The_order_given_plays_no_part_and_more_support_never_costs_a_place()
    {
        var items = Gen.Choose(0, 60).SelectMany(asked => Gen.Choose(0, asked).Select(count => (count, asked))).ArrayOf(6);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(items.ToArbitrary(), given =>
        {
            ShareToRank[] all = [.. given.Select((g, i) => new ShareToRank(i, g.count, g.asked))];
            var ranking = HonestRanking.Of(all);
            if (!ranking.SequenceEqual(HonestRanking.Of([.. all.Reverse()]))) return false;
            if (all[0].InFavour == all[0].Asked) return true;
            ShareToRank[] more = [all[0] with { InFavour = all[0].InFavour + 1 }, .. all[1..]];
            return At(HonestRanking.Of(more)) <= At(ranking);
        }));

        static int At(IReadOnlyList<HonestPlace> ranking) => ranking.Index().First(p => p.Item.Item.Id == 0).Index;
    }
}
