namespace CommunityVoice.Elements;

/// <summary>Follows what cannot work without what.</summary>
public static class Dependencies
{
    /// <summary>What an element waits for in the end: by each step, without itself.</summary>
    public static HashSet<long> Of(long element, ILookup<long, long> needs)
    {
        var found = new HashSet<long>();
        var waiting = new Queue<long>([element]);
        while (waiting.TryDequeue(out var at))
        {
            foreach (var next in needs[at].Where(n => n != element && found.Add(n))) waiting.Enqueue(next);
        }
        return found;
    }

    /// <summary>The way from one element to another along what they need; nothing where there is none.</summary>
    public static IReadOnlyList<long> Way(long from, long to, ILookup<long, long> needs)
    {
        var before = new Dictionary<long, long> { [from] = from };
        var waiting = new Queue<long>([from]);
        while (waiting.TryDequeue(out var at))
        {
            if (at == to) return Back(from, to, before);
            foreach (var next in needs[at].Where(n => before.TryAdd(n, at))) waiting.Enqueue(next);
        }
        return [];
    }

    private static List<long> Back(long from, long to, Dictionary<long, long> before)
    {
        List<long> way = [to];
        while (way[^1] != from) way.Add(before[way[^1]]);
        way.Reverse();
        return way;
    }
}
