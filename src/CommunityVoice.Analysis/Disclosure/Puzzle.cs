namespace CommunityVoice.Analysis;

/// <summary>Numbers that add up and go out together. Hides more of them until nobody who subtracts can work a hidden one out.</summary>
/// <remarks>
/// Two readers are withstood. Both know how the profile hides and rounds, every sum, and the exact totals said to be known. One was also told
/// which of the hidden numbers are hidden for their own sake; the other supposes it of all that a sum hides, and is right. After
/// <see cref="Solve"/> every hidden number can, for either, still take <see cref="Disclosure.LeastChoices"/> values, or as many as the exact
/// totals leave it when all else is hidden; and no sum has one hidden part only (rule R-C6) unless it has no other. Hiding takes the smallest
/// number that helps, nought and totals last, then shows again what turned out to be needless. Source: cell suppression by network flow (see
/// <see cref="Circulation"/>), with a greedy choice in place of the least total.
/// </remarks>
internal sealed class Puzzle(Circulation net)
{
    private readonly Dictionary<(Unknown, bool Told), int> needs = [];
    private readonly List<List<Unknown>> lines = [];
    private Circulation? supposed;
    private Circulation? openTold, openSupposed;

    public List<Unknown> Unknowns { get; } = [];

    /// <summary>What the reader knows who was told.</summary>
    public Circulation Net => net;

    public Unknown Add(Unknown unknown)
    {
        unknown.IsHidden = unknown.MustBeHidden;
        Unknowns.Add(unknown);
        return unknown;
    }

    /// <summary>Says that the parts add up to the total, which may be none of the numbers.</summary>
    public void AddUp(List<Unknown> parts, Unknown? total = null)
    {
        lines.Add(parts);
        foreach (var part in parts)
        {
            part.Lines.Add(parts);
            part.Beside.AddRange(parts.Where(p => p != part));
            if (total is null) continue;
            part.Beside.Add(total);
            total.Beside.Add(part);
        }
    }

    public Puzzle Solve()
    {
        supposed = Copy();
        openTold = Copy();
        openSupposed = Copy();
        var hidden = Unknowns.Where(u => u.IsHidden).ToList();
        foreach (var unknown in Unknowns) unknown.IsHidden = true;
        foreach (var unknown in Unknowns) Tell(unknown, openTold, openSupposed);
        foreach (var unknown in Unknowns) unknown.IsHidden = false;
        foreach (var unknown in hidden) unknown.IsHidden = true;
        foreach (var unknown in Unknowns) Tell(unknown, net, supposed!);

        while (NextToHide() is { } next) Hide(next, hidden: true);
        foreach (var spare in Unknowns.Where(u => u is { IsHidden: true, MustBeHidden: false }).OrderByDescending(Cost).ToList())
        {
            Hide(spare, hidden: false);
            if (!IsSafe(spare)) Hide(spare, hidden: true);
        }
        return this;
    }

    /// <summary>How many values a hidden number must leave to the reader who was told: no more than the known totals do when all else is hidden.</summary>
    public int Need(Unknown unknown) => Need(unknown, told: true);

    private int Need(Unknown unknown, bool told) => needs.TryGetValue((unknown, told), out var need) ? need
        : needs[(unknown, told)] = (told ? openTold! : openSupposed!).Choices(unknown.Arc, Disclosure.LeastChoices);

    private Circulation Copy() => net.With(arc => (net.Range(arc).Low, net.Value(arc), net.Range(arc).High));

    private void Hide(Unknown unknown, bool hidden)
    {
        unknown.IsHidden = hidden;
        Tell(unknown, net, supposed!);
        foreach (var beside in unknown.Lines.SelectMany(line => line)) Tell(beside, net, supposed!);
    }

    private static void Tell(Unknown unknown, Circulation told, Circulation supposed)
    {
        told.Know(unknown.Arc, unknown.Told.Low, unknown.Told.High);
        supposed.Know(unknown.Arc, unknown.Supposed.Low, unknown.Supposed.High);
    }

    private Unknown? NextToHide()
    {
        foreach (var line in lines)
        {
            if (IsAlone(line) && line.Where(u => u.MayBeHidden).MinBy(Cost) is { } second) return second;
        }
        foreach (var narrow in Unknowns.Where(u => u is { IsHidden: true, IsKnown: false } && !IsWide(u)))
        {
            var next = narrow.Beside.Where(u => u.MayBeHidden).MinBy(Cost) ?? Unknowns.Where(u => u.MayBeHidden).MinBy(Cost);
            if (next is not null) return next;
        }
        return null;
    }

    private static bool IsAlone(List<Unknown> line) => line.Count(u => u is { IsHidden: true, IsKnown: false }) == 1;

    private bool IsWide(Unknown unknown) => IsWide(unknown, net, told: true) && IsWide(unknown, supposed!, told: false);

    private bool IsWide(Unknown unknown, Circulation reader, bool told) => reader.Choices(unknown.Arc, Need(unknown, told)) >= Need(unknown, told);

    private bool IsSafe(Unknown shown) => !shown.Lines.Exists(IsAlone) && Unknowns.TrueForAll(u => !u.IsHidden || u.IsKnown || IsWide(u));

    // What the reader loses; a number whose other sums hide something already asks for no further ones.
    private static double Cost(Unknown unknown) =>
        (unknown.IsTotal ? 1e9 : 0) + (unknown.Value == 0 ? 1e6 : 0)
        + unknown.Value * (unknown.Lines.TrueForAll(line => line.Exists(u => u.IsHidden)) ? 1.0 : 2.0);
}
