using System.Runtime.InteropServices;

namespace CommunityVoice.Analysis.Ballots.Bundles;

/// <summary>
/// What must be remembered of the entries read so far: per entry its commitment, number and choices, some fifty bytes; per different text of choices
/// how many papers say it. Refuses what the rules of the ballot or of superseding forbid.
/// </summary>
internal sealed class EntryMemory
{
    private const int MostExpected = 1 << 22;

    private readonly BallotTerms terms;
    private readonly HashSet<long> offered;
    private readonly Dictionary<Hash256, Place> places;
    private readonly Dictionary<Hash256, Awaiting> awaited = [];
    private readonly List<Said> said = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;

    public EntryMemory(BallotTerms terms, long entries)
    {
        this.terms = terms;
        offered = terms.Options.Select(o => o.Id).ToHashSet();
        places = new((int)Math.Min(entries, MostExpected));
        byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many entries are marks on statements that the terms no longer offer.</summary>
    public long NotOffered { get; private set; }

    /// <summary>An entry that takes the place of one which has not come; the earliest.</summary>
    public BundleFault? StillAwaited => awaited.Count == 0 ? null
        : new(BundleFaultKind.PlaceOfNone, awaited.Values.Min(a => a.By), "one that is not in the record up to the end of its batch");

    /// <summary>Remembers an entry; answers what is wrong with it.</summary>
    public BundleFault? Take(in EntryLine entry)
    {
        if (!byText.TryGetValue(entry.Choices, out var choices)) choices = Learn(entry.Choices.ToString());
        var now = said[choices];
        if (now.Fault is { } wrong) return new(BundleFaultKind.NotAllowed, entry.Sequence, wrong);
        if (now.IsLeftOut && entry.Supersedes == default) return new(BundleFaultKind.NotAllowed, entry.Sequence, "it leaves out what is not there");
        if (!now.IsOffered) NotOffered++;
        if (entry.Supersedes != default && Replace(entry.Supersedes, entry.Commitment, entry.Sequence, now.Statement) is { } fault) return fault;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, entry.Commitment, out var known);
        if (known) return new(BundleFaultKind.Added, entry.Sequence, $"A second entry with the commitment of entry {place.Sequence}");
        place = new(entry.Sequence, choices, IsReplaced: awaited.Remove(entry.Commitment, out var by));
        if (!place.IsReplaced) said[choices] = now with { Papers = said[choices].Papers + 1 }; // replacing may just have changed it
        else if (by.Statement != now.Statement) return OtherStatement(by.By);
        return null;
    }

    /// <summary>Counts what no other entry took the place of.</summary>
    public CountedBallot Count(string lots, CancellationToken cancel)
    {
        if (terms.Method is BallotMethod.Rank or BallotMethod.Budget) return CountedBallot.Of(terms, said.SelectMany(s => Enumerable.Repeat(s.Text, s.Papers)), lots, cancel);
        var (papers, options, leftOut) = (0, new SortedDictionary<long, OptionCount>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var each in said.Where(s => s.Papers > 0 && s.IsOffered && !ChoicesText.IsTakenBack(s.Text)))
        {
            if (each.IsLeftOut)
            {
                leftOut[ChoicesText.ReasonOf(each.Text)] = leftOut.GetValueOrDefault(ChoicesText.ReasonOf(each.Text)) + each.Papers;
                continue;
            }
            papers += each.Papers;
            foreach (var (option, one) in ChoicesText.Counts(terms.Method, each.Text))
                options[option] = (options.GetValueOrDefault(option) ?? OptionCount.None).Plus(Times(one, each.Papers));
        }
        return new(terms, new(papers, options) { LeftOut = leftOut });
    }

    /// <summary>The entries that a receipt code stands for: its salt is the code, or with marks the code and the number of the mark.</summary>
    public IReadOnlyList<ReceiptMatch> Find(string code)
    {
        var found = new List<ReceiptMatch>();
        for (var n = 1; ; n++)
        {
            var salt = terms.Method == BallotMethod.AgreeDisagreePass ? FormattableString.Invariant($"{code}/{n}") : code;
            var before = found.Count;
            foreach (var each in said)
            {
                if (!places.TryGetValue(Hash256.Of($"{salt}|{each.Text}"), out var place)) continue;
                found.Add(new(place.Sequence, each.Text, !place.IsReplaced && each.IsOffered && !ChoicesText.IsNothing(each.Text)));
            }
            if (terms.Method != BallotMethod.AgreeDisagreePass || found.Count == before) return found;
        }
    }

    private BundleFault? Replace(Hash256 earlier, Hash256 own, long by, long statement)
    {
        if (earlier == own) return new(BundleFaultKind.PlaceOfNone, by, "itself");
        ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(places, earlier);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref place)) return awaited.TryAdd(earlier, new(by, statement)) ? null : new(BundleFaultKind.PlaceTakenTwice, by);
        if (place.IsReplaced) return new(BundleFaultKind.PlaceTakenTwice, by);
        place = place with { IsReplaced = true };
        var before = said[place.Choices];
        said[place.Choices] = before with { Papers = before.Papers - 1 };
        return before.Statement == statement ? null : OtherStatement(by);
    }

    private static BundleFault OtherStatement(long by) => new(BundleFaultKind.PlaceOfNone, by, "a mark on another statement");

    private int Learn(string text)
    {
        numbers.Add(text, said.Count);
        said.Add(Read(text));
        return said.Count - 1;
    }

    private Said Read(string text)
    {
        try
        {
            if (terms.Method == BallotMethod.AgreeDisagreePass)
            {
                var statement = MarkText.StatementOf(text);
                if (ChoicesText.IsLeftOut(text)) ChoicesText.ReasonOf(text);
                return new(text, 0, statement, offered.Contains(statement), null);
            }
            if (text.StartsWith('!'))
            {
                ChoicesText.ReasonOf(text);
                return new(text, 0, 0, true, null);
            }
            if (text.Length > 0 && ChoicesText.IsTakenBack(text)) throw new FormatException();
            return new(text, 0, 0, true, Words(terms.FaultOf(text)));
        }
        catch (FormatException)
        {
            return new(text, 0, 0, true, "its choices are not written as documented");
        }
    }

    private static string? Words(ChoiceFault fault) => fault switch
    {
        ChoiceFault.None => null,
        ChoiceFault.TooMany => "it gives more than each person has",
        ChoiceFault.OverCap => "it puts too many dots on one option",
        ChoiceFault.UnknownOption => "it names an option that is not on the ballot",
        _ => "what it chooses costs more than the budget",
    };

    private static OptionCount Times(OptionCount one, int n) => new(one.Dots * n, one.People * n, one.Agree * n, one.Disagree * n, one.Pass * n);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(long Sequence, int Choices, bool IsReplaced);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Awaiting(long By, long Statement);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Said(string Text, int Papers, long Statement, bool IsOffered, string? Fault)
    {
        public bool IsLeftOut => ChoicesText.IsLeftOut(Text);
    }
}
