namespace CommunityVoice.Analysis;

/// <summary>
/// Counts that add up, as a flow: an arc is a count with the range somebody knows it to lie in, a node is a sum (what flows in flows out).
/// Tells how far one count could be moved from the truth while everything known stays true.
/// </summary>
/// <remarks>
/// Source: the circulation form of the cell suppression problem (Cox 1995, "Network models for complementary cell suppression"); augmenting
/// paths after Ford and Fulkerson 1956. The true counts are a circulation, so no first solution is searched for; since every number is whole,
/// the bounds found are those of the linear program.
/// </remarks>
internal sealed class Circulation
{
    public const int Endless = int.MaxValue / 4;

    private readonly List<(int From, int To)> arcs = [];
    private readonly List<int> low = [], high = [], flow = [];
    private readonly List<List<int>> touching = [];

    public int Arcs => arcs.Count;

    public int Add(int from, int to, int value)
    {
        while (touching.Count <= Math.Max(from, to)) touching.Add([]);
        arcs.Add((from, to));
        low.Add(value);
        high.Add(value);
        flow.Add(value);
        touching[from].Add(arcs.Count - 1);
        touching[to].Add(arcs.Count - 1);
        return arcs.Count - 1;
    }

    public (int Low, int High) Range(int arc) => (low[arc], high[arc]);

    /// <summary>Says what is known of a count; the truth must lie within.</summary>
    public void Know(int arc, int least, int most)
    {
        if (least > flow[arc] || most < flow[arc]) throw new ArgumentException($"{flow[arc]} does not lie from {least} to {most}.", nameof(least));
        (low[arc], high[arc]) = (least, most);
    }

    /// <summary>The same sums with other knowledge of the counts, and with other true counts.</summary>
    public Circulation With(Func<int, (int Low, int Value, int High)> known)
    {
        var other = new Circulation();
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var (least, value, most) = known(arc);
            other.Know(other.Add(arcs[arc].From, arcs[arc].To, value), least, most);
        }
        return other;
    }

    public int Value(int arc) => flow[arc];

    /// <summary>How many values the count can take, up to <paramref name="enough"/>.</summary>
    public int Choices(int arc, int enough)
    {
        var up = Room(arc, enough - 1, up: true);
        return 1 + up + (up >= enough - 1 ? 0 : Room(arc, enough - 1 - up, up: false));
    }

    /// <summary>How far the count can go above or below the truth, up to <paramref name="most"/>.</summary>
    public int Room(int arc, int most, bool up)
    {
        var (from, to) = up ? arcs[arc] : (arcs[arc].To, arcs[arc].From);
        most = Math.Min(most, up ? high[arc] - flow[arc] : flow[arc] - low[arc]);
        if (most <= 0) return 0;
        var truth = flow.ToArray();
        var moved = 0;
        // What enters a sum must leave it: the rest of the way round, from the head of the arc back to its tail.
        while (moved < most && Way(to, from, arc) is { } way)
        {
            var push = Math.Min(most - moved, way.Min(step => step.Forward ? high[step.Arc] - flow[step.Arc] : flow[step.Arc] - low[step.Arc]));
            foreach (var step in way) flow[step.Arc] += step.Forward ? push : -push;
            moved += push;
        }
        for (var i = 0; i < truth.Length; i++) flow[i] = truth[i];
        return moved;
    }

    private List<(int Arc, bool Forward)>? Way(int start, int end, int without)
    {
        var came = new (int Arc, bool Forward)?[touching.Count];
        var queue = new Queue<int>([start]);
        var seen = new bool[touching.Count];
        seen[start] = true;
        while (queue.TryDequeue(out var node) && node != end)
        {
            foreach (var arc in touching[node])
            {
                if (arc == without) continue;
                var forward = arcs[arc].From == node;
                var next = forward ? arcs[arc].To : arcs[arc].From;
                if (seen[next] || (forward ? flow[arc] >= high[arc] : flow[arc] <= low[arc])) continue;
                seen[next] = true;
                came[next] = (arc, forward);
                queue.Enqueue(next);
            }
        }
        if (!seen[end]) return null;
        var way = new List<(int Arc, bool Forward)>();
        for (var node = end; node != start; node = way[^1].Forward ? arcs[way[^1].Arc].From : arcs[way[^1].Arc].To) way.Add(came[node]!.Value);
        return way;
    }
}
