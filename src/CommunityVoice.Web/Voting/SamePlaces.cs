namespace CommunityVoice.Web.Voting;

/// <summary>Takes two places for the same when the same options share them.</summary>
public sealed class SamePlaces : IEqualityComparer<IReadOnlyList<long>>
{
    public bool Equals(IReadOnlyList<long>? x, IReadOnlyList<long>? y) => x is not null && y is not null && x.Order().SequenceEqual(y.Order());

    public int GetHashCode(IReadOnlyList<long> obj) => obj.Count;
}
