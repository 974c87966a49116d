namespace CommunityVoice.Analysis;

/// <summary>Numbers that add up and go out together. Hides more of them until nobody who subtracts can work a hidden one out.</summary>
/// <remarks>
/// Four readers are withstood. All know how the profile hides and rounds, every sum, and the exact totals said to be known. The first knows no
/// more. The second was told which of the hidden numbers are hidden for their own sake; the third supposes it of all that a sum hides, and is
/// right; the fourth was told and knows besides that of one sum the smallest numbers are hidden with them. After <see cref="Solve"/> every hidden number can, for each of them, still take <see cref="Disclosure.LeastChoices"/> values, or as
/// many as the exact totals leave it when all else is hidden; and no sum has one hidden part only (rule R-C6) unless it has no other. Hiding
/// takes the smallest number that helps, nought and totals last, then shows again what turned out to be needless. Source: cell suppression by
/// network flow (see <see cref="Circulation"/>), with a greedy choice in place of the least total.
/// </remarks>
internal sealed class Puzzle(Circulation net)
{
    private readonly List<List<Unknown>> lines = [];

    public List<Unknown> Unknowns { get; } = [];

    /// <summary>The readers to withstand, once it is solved; first the one who was told, who knows most.</summary>
    public IReadOnlyList<Reader> Readers { get; private set; } = [];

    public Unknown Add(Unknown unknown)
    {
        unknown.IsHidden = unknown.BeginsHidden;
        Unknowns.Add(unknown);
        return unknown;
    }

    /// <summary>Says that the parts add up to the total.</summary>
    public void AddUp(List<Unknown> parts, Unknown? total = null)
    {
        lines.Add(parts);
        foreach (var part in parts)
        {
            part.Lines.Add(parts);
            part.Beside.AddRange(parts.Where(p => p != part));
            if (total is not null) Join(part, total);
        }
    }

    /// <summary>Says that hiding the one may help the other.</summary>
    public static void Join(Unknown one, Unknown other)
    {
        one.Beside.Add(other);
        other.Beside.Add(one);
    }

    public Puzzle Solve()
    {
        Readers = [new(net, u => u.Told), new(net, u => u.Supposed), new(net, u => u.Plain), new(net, u => u.Chosen)];
        if (Unknowns.Exists(u => u.Cap < Circulation.Endless)) Readers = [.. Readers, new(net, u => Capped(u.Told, u)), new(net, u => Capped(u.Plain, u))];
        foreach (var unknown in Unknowns) unknown.IsHidden = unknown.IsHiddenElsewhere ?? true;
        foreach (var reader in Readers) Unknowns.ForEach(reader.LookWhereAllIsHidden);
        foreach (var unknown in Unknowns) unknown.IsHidden = unknown.BeginsHidden;
        foreach (var reader in Readers) Unknowns.ForEach(reader.Look);

        while (NextToHide() is { } next)
        {
            // Of several noughts no rule could choose one without telling which it was.
            foreach (var nought in next.Beside.Where(u => next.Value == 0 && u is { Value: 0, IsTotal: false, MayBeHidden: true })) Hide(nought, hidden: true);
            Hide(next, hidden: true);
        }
        foreach (var spare in Unknowns.Where(u => u is { MayBeShown: true, Value: > 0 }).OrderByDescending(Cost).ToList())
        {
            Hide(spare, hidden: false);
            if (!IsSafe(spare)) Hide(spare, hidden: true);
        }
        return this;
    }

    private static (int Low, int High) Capped((int Low, int High) range, Unknown unknown) => (range.Low, Math.Min(range.High, unknown.Cap));

    private void Hide(Unknown unknown, bool hidden)
    {
        unknown.IsHidden = hidden;
        foreach (var reader in Readers)
        {
            reader.Look(unknown);
            foreach (var beside in unknown.Lines.SelectMany(line => line)) reader.Look(beside);
        }
    }

    private Unknown? NextToHide()
    {
        foreach (var line in lines)
        {
            if (IsAlone(line) && line.Where(u => u.MayBeHidden).MinBy(Cost) is { } second) return second;
        }
        foreach (var narrow in Unknowns.Where(u => u is { IsHidden: true, IsKnown: false } && !IsLeftEnough(u)))
        {
            var next = narrow.Beside.Where(u => u.MayBeHidden).MinBy(Cost) ?? Unknowns.Where(u => u.MayBeHidden).MinBy(Cost);
            if (next is not null) return next;
        }
        return null;
    }

    private static bool IsAlone(List<Unknown> line) => line.Count(u => u is { IsHidden: true, IsKnown: false }) == 1;

    private bool IsLeftEnough(Unknown unknown) => Readers.All(r => r.IsLeftEnough(unknown));

    private bool IsSafe(Unknown shown) => !shown.Lines.Exists(IsAlone) && Unknowns.TrueForAll(u => !u.IsHidden || u.IsKnown || IsLeftEnough(u));

    // What the reader loses; a number whose other sums hide something already asks for no further ones.
    private static double Cost(Unknown unknown) =>
        (unknown.IsTotal ? 1e9 : 0) + (unknown.Value == 0 ? 1e6 : 0)
        + unknown.Value * (unknown.Lines.TrueForAll(line => line.Exists(u => u.IsHidden)) ? 1.0 : 2.0);
}
