namespace CommunityVoice.Analysis.Opinion;

/// <summary>Gives groups the letters by which people know them: a letter stays with the people who bore it when groups were last published.</summary>
/// <remarks>
/// Of all ways to pair new groups with published letters, the one in which most people keep their letter (maximum overlap, found exactly over all
/// pairings; there are five groups at most). A group that shares nobody with the letters left takes the lowest letter that is free, and was free
/// when groups were last published, so that a letter never passes straight from one set of people to quite another. Equal pairings: the larger
/// group gets the lower letter. Grouping itself never sees a letter, so labels cannot change who is with whom.
/// </remarks>
public static class GroupLabels
{
    private const int MostLetters = 26;

    /// <summary>
    /// The letter of each group of <paramref name="groups"/>, by its number. <paramref name="published"/> holds the letter of everybody who was in
    /// a group when groups were last published; empty at first, when letters go by size. More than ten groups, or letters other than A to Z, throw.
    /// </summary>
    public static IReadOnlyList<char> Match(OpinionGroups groups, IReadOnlyDictionary<Guid, char> published)
    {
        var members = new Dictionary<Guid, int>();
        for (var p = 0; p < groups.GroupOf.Count; p++)
        {
            if (groups.GroupOf[p] >= 0) members.Add(groups.Votes.Participants[p], groups.GroupOf[p]);
        }
        return Match(members, groups.Sizes.Count, published);
    }

    /// <summary>The same for any membership: the group number, from 0, of each person who is in one.</summary>
    public static IReadOnlyList<char> Match(IReadOnlyDictionary<Guid, int> members, int groups, IReadOnlyDictionary<Guid, char> published)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, 10);
        var overlap = new int[groups, MostLetters];
        var taken = new bool[MostLetters];
        foreach (var letter in published.Values.Distinct())
        {
            if (letter is < 'A' or > 'Z') throw new ArgumentException($"\"{letter}\" is not a letter of a group.", nameof(published));
            taken[letter - 'A'] = true;
        }
        foreach (var (person, group) in members)
        {
            if (published.TryGetValue(person, out var letter)) overlap[group, letter - 'A']++;
        }

        var labels = BestPairing(overlap, groups);
        foreach (var letter in labels.Where(l => l >= 0)) taken[letter] = true;
        for (var group = 0; group < groups; group++)
        {
            if (labels[group] >= 0) continue;
            labels[group] = Array.IndexOf(taken, false);
            if (labels[group] < 0) throw new InvalidOperationException("There is no letter left for a new group.");
            taken[labels[group]] = true;
        }
        return [.. labels.Select(l => (char)('A' + l))];
    }

    // The most people over the groups so far, for each set of letters used: exact, in groups × letters × sets of letters that occur.
    private static int[] BestPairing(int[,] overlap, int groups)
    {
        var best = new Dictionary<int, (int People, int[] Labels)> { [0] = (0, []) };
        for (var group = 0; group < groups; group++)
        {
            var next = new Dictionary<int, (int People, int[] Labels)>();
            foreach (var (used, (people, labels)) in best.OrderBy(b => b.Key))
            {
                for (var letter = 0; letter < MostLetters; letter++)
                {
                    if (overlap[group, letter] > 0 && (used & (1 << letter)) == 0)
                        Keep(next, used | (1 << letter), people + overlap[group, letter], [.. labels, letter]);
                }
                Keep(next, used, people, [.. labels, -1]);
            }
            best = next;
        }
        return best.Values.Aggregate((a, b) => IsBetter(b, a) ? b : a).Labels;
    }

    private static void Keep(Dictionary<int, (int People, int[] Labels)> best, int used, int people, int[] labels)
    {
        if (!best.TryGetValue(used, out var before) || IsBetter((people, labels), before)) best[used] = (people, labels);
    }

    // More people first; then the lowest letters for the first groups, a letter before none.
    private static bool IsBetter((int People, int[] Labels) a, (int People, int[] Labels) b)
    {
        if (a.People != b.People) return a.People > b.People;
        static int Rank(int letter) => letter < 0 ? MostLetters : letter;
        return a.Labels.Zip(b.Labels, (x, y) => Rank(x).CompareTo(Rank(y))).FirstOrDefault(c => c != 0) < 0;
    }
}
