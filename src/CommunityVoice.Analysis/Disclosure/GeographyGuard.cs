namespace CommunityVoice.Analysis;

/// <summary>Where a place of the published geography and one of another overlap, and how many people are in both; 0 where they could be but are not.</summary>
public sealed record Overlap(string Published, string Other, int People);

/// <summary>Whether the same people may also be counted by the other geography, and if not, why: a sentence for staff, never for the public.</summary>
public sealed record GeographyVerdict(IReadOnlyList<string> Reasons)
{
    public bool MayPublish => Reasons.Count == 0;
}

/// <summary>Refuses to count the same people by a second geography where the difference between the two would tell of a few of them.</summary>
/// <remarks>
/// Rule R-C8. Two tests, either refuses. First, a difference: places of one geography that lie within places of the other and leave 1 to
/// <see cref="DisclosureProfile.LargestHidden"/> people over, unless those are whole places of their own, which the second test judges. All
/// unions of places are looked at where up to <see cref="MostForAllUnions"/> hang together, otherwise one and two places, and all but one or
/// two. Second, subtraction: with both breakdowns published (each protected by itself, the number of people known exactly) every hidden place
/// and every overlap of a few people must still be able to take <see cref="Disclosure.LeastChoices"/> values, or as many as the total leaves it.
/// </remarks>
public static class GeographyGuard
{
    public const int MostForAllUnions = 12;

    /// <summary>Judges the pair; places that share nobody and no ground are not given. A pair given twice or a count below 0 throws.</summary>
    public static GeographyVerdict Judge(IReadOnlyCollection<Overlap> overlaps, DisclosureProfile? profile = null)
    {
        profile ??= DisclosureProfile.SubNational;
        if (overlaps.DistinctBy(o => (o.Published, o.Other)).Count() != overlaps.Count) throw new ArgumentException("Each pair of places once, please.", nameof(overlaps));
        return new([.. Differences(overlaps, profile).Concat(Subtractions(overlaps, profile)).Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Differences(IReadOnlyCollection<Overlap> overlaps, DisclosureProfile profile)
    {
        var shared = overlaps.Where(o => o.People > 0).Select(o => (o.Published, o.Other, o.People)).ToList();
        return Within(shared, profile, "published").Concat(Within([.. shared.Select(o => (o.Other, o.Published, o.People))], profile, "other"));
    }

    private static IEnumerable<string> Within(List<(string Inner, string Outer, int People)> shared, DisclosureProfile profile, string inner)
    {
        foreach (var together in Components(shared))
        {
            foreach (var some in Unions([.. together.Select(o => o.Inner).Distinct(StringComparer.Ordinal)]))
            {
                var around = together.Where(o => some.Contains(o.Inner)).Select(o => o.Outer).ToHashSet(StringComparer.Ordinal);
                var left = together.Where(o => around.Contains(o.Outer) && !some.Contains(o.Inner)).ToList();
                var people = left.Sum(o => o.People);
                if (people == 0 || people > profile.LargestHidden) continue;
                var places = left.Select(o => o.Inner).ToHashSet(StringComparer.Ordinal);
                if (together.TrueForAll(o => !places.Contains(o.Inner) || around.Contains(o.Outer))) continue;
                yield return $"Taking the {inner} places {string.Join(", ", some.Order(StringComparer.Ordinal))} from those around them leaves {people}.";
            }
        }
    }

    private static IEnumerable<HashSet<string>> Unions(string[] places)
    {
        if (places.Length <= MostForAllUnions)
        {
            for (var bits = 1; bits < 1 << places.Length; bits++) yield return [.. places.Where((_, i) => (bits >> i & 1) == 1)];
            yield break;
        }
        for (var a = 0; a < places.Length; a++)
        {
            for (var b = a; b < places.Length; b++)
            {
                yield return [places[a], places[b]];
                yield return [.. places.Where((_, i) => i != a && i != b)];
            }
        }
    }

    // Places that hang together by overlaps; a difference never reaches beyond them.
    private static List<List<(string Inner, string Outer, int People)>> Components(List<(string Inner, string Outer, int People)> shared)
    {
        var (rest, components) = (shared.ToList(), new List<List<(string Inner, string Outer, int People)>>());
        while (rest.Count > 0)
        {
            var component = new List<(string Inner, string Outer, int People)> { rest[0] };
            for (var found = 1; found > 0;)
            {
                rest.RemoveAll(component.Contains);
                var next = rest.Where(r => component.Exists(c => c.Inner == r.Inner || c.Outer == r.Outer)).ToList();
                component.AddRange(next);
                found = next.Count;
            }
            components.Add(component);
        }
        return components;
    }

    private static List<string> Subtractions(IReadOnlyCollection<Overlap> overlaps, DisclosureProfile profile)
    {
        var (published, other) = (Places(overlaps, o => o.Published, profile), Places(overlaps, o => o.Other, profile));
        var (net, node, names) = (new Circulation(), 2, new List<string>());
        var (cells, nodes) = (new Dictionary<int, Unknown>(), new Dictionary<(bool, string), int>());
        foreach (var (isPublished, name, unknown) in published.Select(p => (true, p.Key, p.Value)).Concat(other.Select(p => (false, p.Key, p.Value))))
        {
            cells[isPublished ? net.Add(0, node, unknown.Value) : net.Add(node, 1, unknown.Value)] = unknown;
            nodes[(isPublished, name)] = node++;
            names.Add(name);
        }
        var atoms = overlaps.Select(o => (Overlap: o, Arc: net.Add(nodes[(true, o.Published)], nodes[(false, o.Other)], o.People))).ToList();
        foreach (var (_, arc) in atoms) net.Know(arc, 0, Circulation.Endless);
        net.Add(1, 0, overlaps.Sum(o => o.People));
        var open = net.With(arc => cells.TryGetValue(arc, out var u) ? (u.ToldRange.Low, u.Value, u.ToldRange.High) : (net.Range(arc).Low, net.Value(arc), net.Range(arc).High));
        foreach (var (arc, unknown) in cells) net.Know(arc, unknown.Told.Low, unknown.Told.High);

        var told = cells.Where(c => c.Value.IsHidden && IsNarrow(c.Key)).Select(c => $"{names[c.Key]} is hidden, and could be worked out from the two together.");
        var few = atoms.Where(a => a.Overlap.People > 0 && a.Overlap.People <= profile.LargestHidden && IsNarrow(a.Arc));
        return [.. told, .. few.Select(a => $"The few people both in {a.Overlap.Published} and in {a.Overlap.Other} could be worked out.")];

        bool IsNarrow(int arc) => net.Choices(arc, Disclosure.LeastChoices) < open.Choices(arc, Disclosure.LeastChoices);
    }

    private static Dictionary<string, Unknown> Places(IReadOnlyCollection<Overlap> overlaps, Func<Overlap, string> place, DisclosureProfile profile)
    {
        var rows = overlaps.GroupBy(place, StringComparer.Ordinal).Select(g => (g.Key, People: g.Sum(o => o.People))).ToList();
        var made = new TablePuzzle(new([.. rows.Select(r => r.Key)], [""], [.. rows.Select(r => new[] { r.People })]) { Profile = profile, Known = KnownTotals.Grand });
        made.Puzzle.Solve();
        return rows.Select((r, i) => (r.Key, made.Cells[i][0])).ToDictionary(r => r.Key, r => r.Item2, StringComparer.Ordinal);
    }
}
