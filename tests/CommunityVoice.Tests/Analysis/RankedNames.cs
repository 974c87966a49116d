using System.Globalization;
using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Options by name, and papers as people write them: <c>A > B = C * 12</c> is twelve papers, <c>^ 12</c> one of that weight.</summary>
internal sealed class RankedNames(IReadOnlyList<string> names)
{
    public long[] Ids { get; } = [.. Enumerable.Range(0, names.Count).Select(at => at + 1L)];

    public long this[string name] => Ids.Single(id => names[(int)id - 1] == name);

    public string this[long id] => names[(int)id - 1];

    public RankedPapers Papers(params IEnumerable<string> votes) =>
        RankedPapers.Of(votes.SelectMany(v => v.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Paper), Ids);

    /// <summary>Places as text: <c>A > B = C</c>, names of one place by alphabet.</summary>
    public string Text(IEnumerable<IEnumerable<long>> places) =>
        string.Join(" > ", places.Select(p => string.Join(" = ", p.Select(id => this[id]).Order(StringComparer.Ordinal))));

    private RankedPaper Paper(string vote)
    {
        var parts = vote.Split('*', '^');
        var weight = parts.Length == 1 ? 1 : long.Parse(parts[1], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        return new([.. parts[0].Split('>').Select(g => (IReadOnlyList<long>)[.. g.Split('=').Select(n => this[n.Trim()])])], weight);
    }
}
