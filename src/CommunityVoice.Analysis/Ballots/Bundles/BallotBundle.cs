using System.Globalization;

namespace CommunityVoice.Analysis.Ballots.Bundles;

/// <summary>What a bundle says in words beside the terms that counting needs.</summary>
/// <param name="Advice">That it is advice, and who decides (rule R-A9).</param>
/// <param name="WhoMayVote">The least that had to be known of a voter.</param>
/// <param name="Disclosure">What is left out of the record, and from how many people on it is published.</param>
/// <param name="Licence">On which terms others may use it.</param>
/// <param name="Claims">What the record may be relied on for (rule R-F34).</param>
public sealed record BundleNotes(string Advice, string WhoMayVote, string Disclosure, string Licence, IReadOnlyList<string> Claims);

/// <summary>
/// The heading of a ballot's public bundle: terms, how far the record goes, and the published result. The entries follow it, a line each
/// (<see cref="LedgerText.Line"/>), and are never all in memory.
/// </summary>
/// <remarks>
/// The lines: <c>communityvoice-ballot 2</c>; the terms as one JSON object; <c>terms</c> and the SHA-256 of that line; <c>head</c>, how many entries
/// in how many batches, and the hash of the last; then each line of <see cref="ResultText"/> after <c>= </c>. Source: rule R-F29; documented for the
/// public in <c>content/pages/ballot-record.md</c>.
/// </remarks>
/// <param name="Terms">What was voted on, by which rules.</param>
/// <param name="Notes">What is said in words.</param>
/// <param name="Entries">How many entries follow.</param>
/// <param name="Batches">In how many batches they were sealed.</param>
/// <param name="Head">The hash of the last of them.</param>
/// <param name="Result">The published result, as of that entry.</param>
public sealed record BallotBundle(BallotTerms Terms, BundleNotes Notes, long Entries, int Batches, string Head, IReadOnlyList<string> Result)
{
    public const string FirstLine = "communityvoice-ballot 2";

    /// <summary>The fingerprint of the terms: the SHA-256 of their line, in lower-case hexadecimal.</summary>
    public string TermsFingerprint => Fingerprint(TermsText.Write(Terms, Notes));

    /// <summary>Writes the heading; whoever calls it writes the entries after it.</summary>
    public void WriteHeading(TextWriter text)
    {
        var terms = TermsText.Write(Terms, Notes);
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{FirstLine}\n{terms}\nterms {Fingerprint(terms)}\nhead {Entries} {Batches} {Head}\n"));
        foreach (var line in Result) text.Write($"= {line}\n");
    }

    /// <summary>Writes heading and entries.</summary>
    public void Write(TextWriter text, IEnumerable<SealedEntry> entries)
    {
        WriteHeading(text);
        foreach (var entry in entries) text.Write(LedgerText.Line(entry) + "\n");
    }

    internal static string Fingerprint(string line) => Hash256.Of(line).ToString();
}

/// <summary>Reads a bundle from its beginning: the heading at once, then one line of an entry after another.</summary>
public sealed class BundleReader
{
    private readonly TextReader text;
    private string? next;

    private BundleReader(TextReader text, BallotBundle bundle, string termsLine, string statedTerms, string? next) =>
        (this.text, Bundle, Terms, HasTermsAsStated, this.next) = (text, bundle, BallotBundle.Fingerprint(termsLine), BallotBundle.Fingerprint(termsLine) == statedTerms, next);

    public BallotBundle Bundle { get; }

    /// <summary>The fingerprint of the line of the terms as it stands.</summary>
    public string Terms { get; }

    /// <summary>That is the fingerprint which the bundle names.</summary>
    public bool HasTermsAsStated { get; }

    /// <summary>Reads the heading; throws a <see cref="FormatException"/> that says what is not as documented.</summary>
    public static BundleReader Open(TextReader text)
    {
        if (text.ReadLine() != BallotBundle.FirstLine) throw new FormatException($"the first line is not \"{BallotBundle.FirstLine}\".");
        var termsLine = text.ReadLine() ?? "";
        var (terms, notes) = TermsText.Read(termsLine);
        if (text.ReadLine()?.Split(' ') is not ["terms", var stated]) throw new FormatException("line 3 does not name the fingerprint of the terms.");
        if (text.ReadLine()?.Split(' ') is not ["head", var entries, var batches, var head]
            || !long.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !int.TryParse(batches, NumberStyles.None, CultureInfo.InvariantCulture, out var sealedIn))
        {
            throw new FormatException("line 4 does not say how far the record goes.");
        }
        var result = new List<string>();
        var line = text.ReadLine();
        for (; line?.StartsWith("= ", StringComparison.Ordinal) == true; line = text.ReadLine()) result.Add(line[2..]);
        return new(text, new(terms, notes, count, sealedIn, head, result), termsLine, stated, line);
    }

    /// <summary>The next line after the heading; null at the end.</summary>
    public string? NextLine()
    {
        var line = next;
        if (line is not null) next = text.ReadLine();
        return line;
    }
}
