namespace CommunityVoice.Analysis.Ballots;

/// <summary>Something to be ranked by its share: those in favour, of those who were asked about it.</summary>
public sealed record ShareToRank(long Id, int InFavour, int Asked);

/// <summary>One place in an honest ranking.</summary>
/// <param name="Place">From 1; those with the same share of the same number share a place; nothing for those with too few people.</param>
/// <param name="Item">What is ranked.</param>
/// <param name="Interval">The Wilson interval by whose lower end it is ranked.</param>
public sealed record HonestPlace(int? Place, ShareToRank Item, Interval Interval)
{
    /// <summary>In favour over asked, between 0 and 1; nothing where nobody was asked.</summary>
    public double? Share => Item.Asked == 0 ? null : Item.InFavour / (double)Item.Asked;
}

/// <summary>Orders shares so that few people never beat many by luck: by the lower end of the Wilson interval (95 %).</summary>
/// <remarks>
/// Source: <c>methods.md</c> section 6. One of one never stands before 90 of 100. Equal lower ends: the larger number asked first, then the
/// lower id. Items with fewer people than asked for have no place; they come last, by the same order. Those who are in favour and asked alike
/// share a place.
/// </remarks>
public static class HonestRanking
{
    /// <summary>With fewer people a share is not ranked, unless the caller says otherwise.</summary>
    public const int FewestAsked = 10;

    /// <summary>Every item, best first; ids must be distinct, and more in favour than asked throws.</summary>
    public static IReadOnlyList<HonestPlace> Of(IReadOnlyCollection<ShareToRank> items, int fewestAsked = FewestAsked)
    {
        if (items.DistinctBy(i => i.Id).Count() != items.Count) throw new ArgumentException("Each id once, please.", nameof(items));
        var ordered = items.Select(i => new HonestPlace(null, i, WilsonInterval.Of(i.InFavour, i.Asked)))
            .OrderBy(p => p.Item.Asked < fewestAsked).ThenByDescending(p => p.Interval.Low).ThenByDescending(p => p.Item.Asked).ThenBy(p => p.Item.Id).ToList();
        for (var i = 0; i < ordered.Count && ordered[i].Item.Asked >= fewestAsked; i++)
        {
            var isLevel = i > 0 && ordered[i].Item.Asked == ordered[i - 1].Item.Asked && ordered[i].Item.InFavour == ordered[i - 1].Item.InFavour;
            ordered[i] = ordered[i] with { Place = isLevel ? ordered[i - 1].Place : i + 1 };
        }
        return ordered;
    }
}
