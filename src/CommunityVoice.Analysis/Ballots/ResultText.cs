using System.Globalization;

namespace CommunityVoice.Analysis.Ballots;

/// <summary>
/// The published result of a ballot as lines of text, so that whoever recomputes it compares line with line. Every number is a whole number, an exact
/// fraction or an exact decimal; nothing is rounded. The words of each line are documented for the public in <c>content/pages/ballot-record.md</c>.
/// </summary>
/// <remarks>Source: rule R-F29 (recomputable tally). Options stand in the order of the ballot, places and rounds in their own.</remarks>
public static class ResultText
{
    /// <summary>All lines of a counted ballot.</summary>
    public static IReadOnlyList<string> Of(CountedBallot ballot)
    {
        var lines = new List<string> { $"method {Name(ballot.Terms.Method)}" };
        lines.Add(ballot.Terms.Method == BallotMethod.AgreeDisagreePass ? Line($"marks {ballot.Count.Papers}") : Line($"people {ballot.Count.Papers}"));
        // Only where there are any, so that a record without them reads as it always did.
        foreach (var (reason, number) in ballot.Count.LeftOut) lines.Add(Line($"left-out {reason} {number}"));
        foreach (var option in ballot.Terms.Options) lines.Add(Option(ballot.Terms.Method, option.Id, ballot.Count.Of(option.Id)));
        if (ballot.Rank is { } rank) lines.AddRange(Rank(rank));
        if (ballot.Budget is { } budget) lines.AddRange(Budget(budget, ballot.Terms.Completion));
        return lines;
    }

    /// <summary>The place of each option by the first reading, from lines of a ranking; level options share one.</summary>
    public static IReadOnlyDictionary<long, int> Places(IEnumerable<string> lines)
    {
        var (places, next) = (new Dictionary<long, int>(), 1);
        foreach (var group in Values(lines, "order ").SelectMany(v => v.Split('>')))
        {
            var ids = group.Split('=');
            foreach (var id in ids) places[long.Parse(id, CultureInfo.InvariantCulture)] = next;
            next += ids.Length;
        }
        return places;
    }

    /// <summary>Who was chosen by the first reading.</summary>
    public static IReadOnlySet<long> Winners(IEnumerable<string> lines) =>
        Values(lines, "chosen ").SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToHashSet();

    /// <summary>The name of a method in records: <c>dots</c>, <c>agree-disagree-pass</c>.</summary>
    public static string Name(BallotMethod method) => method switch
    {
        BallotMethod.Support => "support",
        BallotMethod.Dots => "dots",
        BallotMethod.Pick => "pick",
        BallotMethod.Rank => "rank",
        BallotMethod.AgreeDisagreePass => "agree-disagree-pass",
        _ => "budget",
    };

    /// <summary>The method of a name; another name throws a <see cref="FormatException"/>.</summary>
    public static BallotMethod Method(string name) =>
        Enum.GetValues<BallotMethod>().Cast<BallotMethod?>().FirstOrDefault(m => Name(m!.Value) == name) ?? throw new FormatException($"There is no method \"{name}\".");

    private static string Option(BallotMethod method, long id, OptionCount count) => method switch
    {
        BallotMethod.Dots => Line($"option {id} people {count.People} dots {count.Dots}"),
        BallotMethod.AgreeDisagreePass => Line($"option {id} agree {count.Agree} disagree {count.Disagree} pass {count.Pass}"),
        _ => Line($"option {id} people {count.People}"),
    };

    private static IEnumerable<string> Rank(RankCount rank)
    {
        yield return $"chosen {Ids(rank.Winners)}";
        yield return $"order {Order(rank.Places)}";
        yield return $"schulze {Order(rank.Schulze.Places)}";
        yield return $"ranked-pairs {Order(rank.RankedPairs.Places)}";
        foreach (var score in rank.Borda.Scores) yield return Line($"borda {score.Option} half-points {score.HalfPoints}");
        yield return $"run-off {Order(rank.Runoff.Places)}";
        foreach (var round in rank.Runoff.Rounds)
            yield return Line($"run-off round {round.Number} {string.Join(' ', round.Tally.Select(t => Line($"{t.Option}={t.Votes}")))} none={round.Inactive.Total}");
        if (rank.SeveralWinners is not { } several) yield break;
        yield return Line($"transferable quota {several.Quota} elected {Ids(several.Winners)}");
        foreach (var round in several.Rounds)
            yield return Line($"transferable round {round.Number} {string.Join(' ', round.Tally.Select(t => Line($"{t.Option}={t.Votes}")))} none={round.Exhausted} lost={round.Lost}");
    }

    private static IEnumerable<string> Budget(BudgetCount budget, string completion)
    {
        yield return $"chosen {Ids(budget.EqualShares.Winners)}";
        yield return Reading($"equal-shares cost {completion}", budget.EqualShares);
        foreach (var round in budget.EqualShares.Rounds)
            yield return Line($"paid {round.Project.Id} {string.Join(' ', round.ByAmount().Select(a => $"{a.Voters}x{a.Each}"))}").TrimEnd();
        yield return Reading($"equal-shares one-per-project {completion}", budget.OnePerProject);
        yield return Reading("by-votes", budget.ByVotes);
        yield return Reading("phragmen", budget.Phragmen);
    }

    private static string Reading(string name, BudgetOutcome outcome) =>
        Line($"{name} funded {Ids(outcome.Winners)} pence {outcome.Spent}") + (outcome.Share is { } share ? $" share {share}" : "");

    private static string Order(IEnumerable<IReadOnlyList<long>> places) => string.Join('>', places.Select(p => string.Join('=', p.Order().Select(Text))));

    private static string Ids(IEnumerable<long> ids) => string.Join(',', ids.Select(Text));

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Values(IEnumerable<string> lines, string key) => lines.Where(l => l.StartsWith(key, StringComparison.Ordinal)).Select(l => l[key.Length..]);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
