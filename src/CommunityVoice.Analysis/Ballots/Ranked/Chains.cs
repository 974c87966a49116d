namespace CommunityVoice.Analysis.Ballots;

/// <summary>Finds chains of victories, for explanations.</summary>
internal static class Chains
{
    /// <summary>The shortest chain, both ends included; of equally short ones that through the options listed first; empty when there is none.</summary>
    public static IReadOnlyList<int> Shortest(int size, int from, int to, Func<int, int, bool> beats)
    {
        var cameFrom = new int[size];
        Array.Fill(cameFrom, -1);
        cameFrom[from] = from;
        var waiting = new Queue<int>([from]);
        while (cameFrom[to] < 0 && waiting.TryDequeue(out var at))
        {
            for (var next = 0; next < size; next++)
            {
                if (cameFrom[next] >= 0 || !beats(at, next)) continue;
                cameFrom[next] = at;
                waiting.Enqueue(next);
            }
        }
        if (cameFrom[to] < 0) return [];
        var chain = new List<int> { to };
        while (chain[^1] != from) chain.Add(cameFrom[chain[^1]]);
        chain.Reverse();
        return chain;
    }
}
