namespace CommunityVoice.Analysis.Ballots;

/// <summary>What one entry says: its commitment, the canonical text of its choices, and the commitment it takes the place of.</summary>
/// <param name="Commitment">The salted hash of the choices, different for every entry.</param>
/// <param name="Choices">The canonical text of the choices (<see cref="ChoicesText"/>).</param>
/// <param name="Supersedes">The commitment of the entry whose place it takes; null when there was none.</param>
/// <param name="Holder">
/// What entries of one paper have in common where that is not told by which supersedes which: marks on statements, one entry each. Never published.
/// </param>
public sealed record BallotEntry(string Commitment, string Choices, string? Supersedes, string? Holder = null);

/// <summary>What one option got.</summary>
/// <param name="Dots">Dots in all; 0 for methods without dots.</param>
/// <param name="People">Papers that chose it: put a dot on it, picked it, gave it a place, or marked the statement in any way.</param>
/// <param name="Agree">Papers that agree with the statement.</param>
/// <param name="Disagree">Papers that disagree with it.</param>
/// <param name="Pass">Papers that passed on it.</param>
public sealed record OptionCount(int Dots, int People, int Agree = 0, int Disagree = 0, int Pass = 0)
{
    public static OptionCount None { get; } = new(0, 0);

    public OptionCount Plus(OptionCount more) =>
        new(Dots + more.Dots, People + more.People, Agree + more.Agree, Disagree + more.Disagree, Pass + more.Pass);

    public OptionCount Minus(OptionCount fewer) =>
        new(Dots - fewer.Dots, People - fewer.People, Agree - fewer.Agree, Disagree - fewer.Disagree, Pass - fewer.Pass);
}

/// <summary>The count of a ballot.</summary>
/// <param name="Papers">Papers that count, neither superseded nor withdrawn; for agree, disagree and pass the marks that count, since one entry is one mark.</param>
/// <param name="Options">Per option id; an option that nobody chose is absent.</param>
public sealed record BallotCount(int Papers, IReadOnlyDictionary<long, OptionCount> Options)
{
    /// <summary>How many papers (marks, for statements) two people left out, by the reason they gave, in the order of its letters (rule R-F33).</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    public OptionCount Of(long option) => Options.GetValueOrDefault(option) ?? OptionCount.None;
}

/// <summary>Recomputes a ballot from its entries: what each option got.</summary>
/// <remarks>
/// An entry counts when no other entry given supersedes its commitment and its choices were not taken back; the order of entries does not matter,
/// so a shuffled batch counts the same. Source: design section 6, rule R-F31. Choices that are not canonical throw a <see cref="FormatException"/>.
/// </remarks>
public static class BallotTally
{
    public static BallotCount Of(BallotMethod method, IReadOnlyCollection<BallotEntry> entries) => OfChoices(method, Counting(entries));

    /// <summary>The choices of the entries that no other entry given takes the place of, those taken back included.</summary>
    public static IEnumerable<string> Counting(IReadOnlyCollection<BallotEntry> entries)
    {
        var superseded = entries.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!).ToHashSet(StringComparer.Ordinal);
        return entries.Where(e => !superseded.Contains(e.Commitment)).Select(e => e.Choices);
    }

    /// <summary>Counts current choices, one text an entry; what was taken back or left out does not count, and the latter is told apart.</summary>
    public static BallotCount OfChoices(BallotMethod method, IEnumerable<string> choices)
    {
        var (count, options, leftOut) = (0, new SortedDictionary<long, OptionCount>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var said in choices)
        {
            if (ChoicesText.IsLeftOut(said)) leftOut[ChoicesText.ReasonOf(said)] = leftOut.GetValueOrDefault(ChoicesText.ReasonOf(said)) + 1;
            if (ChoicesText.IsNothing(said)) continue;
            count++;
            foreach (var (option, one) in ChoicesText.Counts(method, said)) options[option] = (options.GetValueOrDefault(option) ?? OptionCount.None).Plus(one);
        }
        return new(count, options) { LeftOut = leftOut };
    }
}
