using CommunityVoice.Bodies;

namespace CommunityVoice.Strategies;

/// <summary>Money that the ledger of transfers says a body handed on to another for an action of a strategy, and on which day.</summary>
public sealed record HandedOn(long StrategyId, int Action, string From, string To, DateOnly On, long Pence);

/// <summary>A budget that a body holds, and the first day on which it is held no more; none where no end is set.</summary>
public sealed record HeldBudget(string By, string For, DateOnly StartsOn, DateOnly? EndsOn);

/// <summary>What tells, beside the lines themselves, who pays for a line.</summary>
public sealed record WhoPays(IReadOnlyCollection<HandedOn> Handed, IReadOnlyCollection<HeldBudget> Held)
{
    /// <summary>Whether a body pays for a line: it was chosen as who does, or the line's source names it or a budget of its.</summary>
    public bool Is(Body body, BudgetLine line) => line.Payer is { } payer ? payer.Slug == body.Slug : Is(body.Name, line.Source, line);

    /// <summary>The same of a body whose name alone is known.</summary>
    public bool Is(string body, BudgetLine line) => line.Payer is { } payer ? IsSame(payer.Name, body) : Is(body, line.Source, line);

    /// <summary>Whether a name that stands for whoever pays for a line is that of a body, or of a budget that the body holds at some time of the line.</summary>
    public bool Is(string body, string name, BudgetLine line) => IsSame(body, name)
        || Held.Any(h => IsSame(h.By, body) && IsSame(h.For, name) && h.StartsOn <= line.EndsOn && (h.EndsOn is null || line.StartsOn < h.EndsOn));

    internal static bool IsSame(string one, string other) => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Lines of several strategies that are not over, and what two tell of once. Where one strategy gives money to whoever writes another, and a line of that one
/// is paid by whoever writes the first at the same time (they were chosen as who pays, its source names them or a budget of theirs, or the ledger of transfers says so), the money stays with the second,
/// which tells what it is for. Where no body was chosen, sources and recipients are free text: what is written in other words stays in the sum twice.
/// </summary>
internal sealed class CountedOnce
{
    private readonly IReadOnlyList<StrategyVersion> versions;
    private readonly WhoPays pays;
    private readonly Dictionary<BudgetLine, long> left;
    private readonly Dictionary<HandedOn, long> ledger;

    public CountedOnce(IReadOnlyList<StrategyVersion> versions, WhoPays pays, DateOnly today)
    {
        (this.versions, this.pays) = (versions, pays);
        left = versions.SelectMany(v => v.Lines).Where(l => !l.IsOverOn(today)).ToDictionary(l => l, l => l.Pence);
        ledger = pays.Handed.GroupBy(h => h with { Pence = 0 }).ToDictionary(g => g.Key, g => g.Sum(h => h.Pence));
    }

    public IReadOnlyList<CountedLine> Lines()
    {
        foreach (var getter in versions)
        {
            foreach (var line in LinesOf(getter)) TakeOff(getter, line);
        }
        return [.. versions.SelectMany(LinesOf).Select(l => new CountedLine(l, left[l])).Where(l => l.Pence > 0)];
    }

    private IEnumerable<BudgetLine> LinesOf(StrategyVersion version) => version.LinesInOrder.Where(left.ContainsKey);

    private void TakeOff(StrategyVersion getter, BudgetLine line)
    {
        List<HandedOn> paid = [.. ledger.Keys.Where(h => IsFor(h, getter, line)).OrderBy(h => h.On).ThenBy(h => h.From, StringComparer.Ordinal)];
        var told = TakeOff(getter, line, body => pays.Is(body, line), line.Pence);
        var open = line.Pence - told;
        // What the source told already is not told by the ledger again.
        foreach (var entry in paid.Where(h => pays.Is(h.From, line)))
        {
            var known = Math.Min(told, ledger[entry]);
            (told, ledger[entry]) = (told - known, ledger[entry] - known);
        }
        foreach (var entry in paid)
        {
            var taken = TakeOff(getter, line, body => pays.Is(body.Name, entry.From, line), Math.Min(open, ledger[entry]));
            (open, ledger[entry]) = (open - taken, ledger[entry] - taken);
        }
    }

    // How much of what the payer's own strategies give to whoever writes this one was taken off.
    private long TakeOff(StrategyVersion getter, BudgetLine line, Func<Body, bool> isPayer, long most)
    {
        var taken = 0L;
        foreach (var given in versions.Where(v => v != getter && Writers(v).Any(isPayer) && !Writers(getter).Any(isPayer)).SelectMany(v => LinesOf(v).Where(l => IsGiven(v, l, getter, line))))
        {
            var part = Math.Min(most - taken, left[given]);
            left[given] -= part;
            taken += part;
        }
        return taken;
    }

    // Money of another time, or handed to somebody else, is other money.
    private static bool IsFor(HandedOn entry, StrategyVersion getter, BudgetLine line) =>
        entry.StrategyId == getter.StrategyId && entry.Action == line.Action?.Number && line.StartsOn <= entry.On && entry.On <= line.EndsOn && Writers(getter).Any(b => WhoPays.IsSame(b.Name, entry.To));

    private static bool IsGiven(StrategyVersion giver, BudgetLine given, StrategyVersion getter, BudgetLine line) =>
        Gets(getter, given) && !Gets(giver, given) && given.StartsOn <= line.EndsOn && line.StartsOn <= given.EndsOn;

    private static bool Gets(StrategyVersion version, BudgetLine line) =>
        Writers(version).Any(b => line.Payee is { } payee ? payee.Slug == b.Slug : WhoPays.IsSame(b.Name, line.Recipient));

    private static IEnumerable<Body> Writers(StrategyVersion version) => version.Strategy.CoAuthorsOf(version).Select(a => a.Body).Prepend(version.Strategy.By);
}
