namespace CommunityVoice.Analysis;

/// <summary>Somebody who subtracts: what they know of every number as it is shown, and what they would know if all that may be were hidden.</summary>
internal sealed class Reader(Circulation net, Func<Unknown, (int Low, int High)> knows)
{
    private readonly Circulation seen = Copy(net), open = Copy(net);
    private readonly Dictionary<Unknown, int> needs = [];

    public Circulation Seen => seen;

    /// <summary>What they would know if all that may be were hidden.</summary>
    public Circulation Open => open;

    public void Look(Unknown unknown) => Look(unknown, seen);

    public void LookWhereAllIsHidden(Unknown unknown) => Look(unknown, open);

    /// <summary>How many values a hidden number must leave: no more than the known totals do by themselves.</summary>
    public int Need(Unknown unknown) => needs.TryGetValue(unknown, out var need) ? need
        : needs[unknown] = open.Choices(unknown.Arc, Disclosure.LeastChoices);

    public bool IsLeftEnough(Unknown unknown) => seen.Choices(unknown.Arc, Need(unknown)) >= Need(unknown);

    private void Look(Unknown unknown, Circulation where)
    {
        var (low, high) = knows(unknown);
        where.Know(unknown.Arc, low, high);
    }

    private static Circulation Copy(Circulation net) => net.With(arc => (net.Range(arc).Low, net.Value(arc), net.Range(arc).High));
}
