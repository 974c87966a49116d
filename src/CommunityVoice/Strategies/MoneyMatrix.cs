using CommunityVoice.Frameworks;

namespace CommunityVoice.Strategies;

/// <summary>A budget line as far as it counts: all of it, or what is left where another strategy tells of the same money.</summary>
public sealed record CountedLine(BudgetLine Line, long Pence)
{
    /// <summary>What it comes to in twelve months, to the nearest penny.</summary>
    public long PenceAYear => ((Pence * 12) + (Line.Months / 2)) / Line.Months;

    /// <summary>The pence that whoever gets it may use as they see fit.</summary>
    public long PenceUnrestricted => ((Pence * Line.Unrestricted) + 50) / 100;

    /// <summary>All lines of a version, each whole.</summary>
    public static IReadOnlyList<CountedLine> Of(StrategyVersion version) => [.. version.LinesInOrder.Select(l => new CountedLine(l, l.Pence))];
}

/// <summary>An item's money by the setting it goes to, in pence.</summary>
public sealed record MatrixRow(FrameworkItem Item, IReadOnlyList<long> BySetting, long Pence);

/// <summary>How long money lasts, for one span of years.</summary>
public sealed record TermRow(string Words, int Lines, long Pence, bool IsShort);

/// <summary>Money that moves from one setting to another, in pence.</summary>
public sealed record MoneyFlow(string From, string To, long Pence);

/// <summary>Money that is held and decided on at one level.</summary>
public sealed record LevelRow(DecisionLevel Level, int Lines, long Pence);

/// <summary>Money that is part of one shift of the frameworks; the code is empty for money that is part of none.</summary>
public sealed record ShiftRow(string Code, string Name, int Lines, long Pence)
{
    /// <summary>Every shift in its order, and last what is part of none: all lines, each once, so that the rows add up to the total (rule R-I8).</summary>
    public static IReadOnlyList<ShiftRow> Of(StrategyVersion version, MoneyLists lists) => Of(CountedLine.Of(version), lists);

    public static IReadOnlyList<ShiftRow> Of(IReadOnlyList<CountedLine> counted, MoneyLists lists)
    {
        var lines = counted.ToLookup(l => l.Line.Shift, StringComparer.Ordinal);
        var codes = lists.Shifts.Select(s => s.Code).Union(lines.Select(l => l.Key).Where(c => c.Length > 0).Order(StringComparer.Ordinal)).Append("");
        return [.. codes.Select(c => new ShiftRow(c, lists.Shift(c), lines[c].Count(), lines[c].Sum(l => l.Pence)))];
    }
}

/// <summary>
/// A version's money by the framework items it is for and the settings it goes to. A line for several items is split among them in whole
/// pence, the first ones taking what is left over, so that rows, columns and lines all add up to the same total (rule R-I39).
/// </summary>
public sealed record MoneyMatrix(
    IReadOnlyList<string> Settings, IReadOnlyList<MatrixRow> Rows, IReadOnlyList<long> UnlinkedBySetting, long Unlinked,
    IReadOnlyList<long> TotalBySetting, long Total, IReadOnlyList<CountedLine> UnlinkedLines)
{
    public static MoneyMatrix Of(StrategyVersion version, MoneyLists lists) =>
        Of(CountedLine.Of(version), [.. version.Strategy.Framework.Items.OrderBy(i => i.Order).ThenBy(i => i.Id)], item => item, lists);

    /// <summary>Of lines of several strategies: the items are the rows, and <paramref name="carried"/> tells which of them the money for an item counts for.</summary>
    public static MoneyMatrix Of(IReadOnlyList<CountedLine> lines, IReadOnlyList<FrameworkItem> items, Func<FrameworkItem, FrameworkItem> carried, MoneyLists lists)
    {
        List<string> settings = [.. lists.Settings.Select(s => s.Code).Union(lines.Select(l => l.Line.ToSetting)).Where(s => lines.Any(l => l.Line.ToSetting == s))];
        var parts = lines.SelectMany(l => Parts(l).Select(p => (Item: p.Item is null ? null : carried(p.Item), l.Line.ToSetting, p.Pence))).ToLookup(p => p.Item);
        IReadOnlyList<long> By(IEnumerable<(FrameworkItem?, string ToSetting, long Pence)> some) => [.. settings.Select(s => some.Where(p => p.ToSetting == s).Sum(p => p.Pence))];
        return new(
            settings,
            [.. items.Select(i => new MatrixRow(i, By(parts[i]), parts[i].Sum(p => p.Pence)))],
            By(parts[null]), parts[null].Sum(p => p.Pence),
            [.. settings.Select(s => lines.Where(l => l.Line.ToSetting == s).Sum(l => l.Pence))], lines.Sum(l => l.Pence),
            [.. lines.Where(l => l.Line.Serves.Count == 0)]);
    }

    /// <summary>A line's pence, shared out among the items it is for.</summary>
    public static IEnumerable<(FrameworkItem? Item, long Pence)> Parts(CountedLine line)
    {
        var items = line.Line.Serves;
        if (items.Count == 0) return [(null, line.Pence)];
        var (each, left) = Math.DivRem(line.Pence, items.Count);
        return items.Select((item, i) => ((FrameworkItem?)item, each + (i < left ? 1 : 0)));
    }

    /// <summary>Whole pence for each person, rounded to the nearest; none where nobody was counted.</summary>
    public static long? AHead(long pence, int? people) => people is > 0 and var count ? (pence + (count / 2)) / count : null;
}

/// <summary>Where a version's money moves and to whom (rules R-I22, R-I69, R-I101, R-I103).</summary>
public sealed record MoneyShift(long Total, long FromHospital, long HospitalToNeighbourhood, long ToVoluntary, long ToVoluntaryAYear, int VoluntaryGroups, long VoluntaryUnrestricted, IReadOnlyList<TermRow> Terms)
{
    /// <summary>Every pair of settings that money moves between, in the order of their list.</summary>
    public IReadOnlyList<MoneyFlow> Flows { get; private init; } = [];

    /// <summary>Nearest to people first.</summary>
    public IReadOnlyList<LevelRow> Levels { get; private init; } = [];

    /// <summary>Grants for less than this many months are marked as short.</summary>
    public const int ShortMonths = 36;

    public static MoneyShift Of(StrategyVersion version, MoneyLists lists) => Of(CountedLine.Of(version), lists);

    public static MoneyShift Of(IReadOnlyList<CountedLine> lines, MoneyLists lists)
    {
        List<CountedLine> hospital = [.. lines.Where(l => lists.IsFrom(l.Line, MoneyLists.Hospital))];
        List<CountedLine> voluntary = [.. lines.Where(l => lists.GoesTo(l.Line, MoneyLists.Voluntary))];
        return new(
            lines.Sum(l => l.Pence), hospital.Sum(l => l.Pence),
            hospital.Where(l => lists.IsTo(l.Line, MoneyLists.Neighbourhood)).Sum(l => l.Pence),
            voluntary.Sum(l => l.Pence), voluntary.Sum(l => l.PenceAYear),
            voluntary.Select(l => l.Line.RecipientName).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            voluntary.Sum(l => l.PenceUnrestricted),
            [.. Spans.Select(s => (s, Of: voluntary.Where(l => l.Line.Months >= s.From && l.Line.Months < s.To).ToList())).Where(s => s.Of.Count > 0)
                .Select(s => new TermRow(s.s.Words, s.Of.Count, s.Of.Sum(l => l.Pence), s.s.To <= ShortMonths))])
        {
            Flows = [.. from part in lines.GroupBy(l => (l.Line.FromSetting, l.Line.ToSetting))
                        orderby lists.PlaceOf(part.Key.FromSetting), part.Key.FromSetting, lists.PlaceOf(part.Key.ToSetting), part.Key.ToSetting
                        select new MoneyFlow(part.Key.FromSetting, part.Key.ToSetting, part.Sum(l => l.Pence))],
            Levels = [.. lines.GroupBy(l => l.Line.Level).OrderBy(g => g.Key).Select(g => new LevelRow(g.Key, g.Count(), g.Sum(l => l.Pence)))],
        };
    }

    public double Share(long pence) => Total == 0 ? 0 : (double)pence / Total;

    private static readonly (string Words, int From, int To)[] Spans =
        [("Up to a year", 0, 13), ("More than one year, less than three", 13, ShortMonths), ("Three years or more", ShortMonths, int.MaxValue)];
}
