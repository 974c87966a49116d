using CommunityVoice.Analysis;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Numbers about the same people, gathered from as many pages and files as somebody likes to read, and what a linear program makes of them together.</summary>
/// <remarks>Each number is of one or several cells, which are told apart by their names; what a hidden one may be is worked out as by <see cref="TreeAttack"/>.</remarks>
internal sealed class Readings
{
    private static readonly DisclosureProfile Profile = DisclosureProfile.SubNational;
    private readonly List<(string[] Cells, (int Low, int High)? Shown)> numbers = [];
    private readonly Dictionary<string, DisclosureProfile> stricter = new(StringComparer.Ordinal);
    private readonly HashSet<string> noughts = new(StringComparer.Ordinal);
    private readonly HashSet<string> settled = new(StringComparer.Ordinal);
    private readonly HashSet<string> changes = new(StringComparer.Ordinal);
    private readonly List<(string[] Cells, int Sum)> totals = [];
    private readonly List<(string[] Parts, string Whole)> sums = [];
    private readonly List<(string[] Cells, string Of, int Times, bool AtLeast)> bounds = [];

    /// <summary>"about 45 (12%)", "0 (0%)", "hidden", "*", "45": what words tell of the true number.</summary>
    public static (int Low, int High)? Range(string words, DisclosureProfile? profile = null)
    {
        var digits = new string([.. words.Split('(')[0].Where(char.IsAsciiDigit)]);
        return digits.Length == 0 ? null
            : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is > 0 and var number ? (Math.Max((profile ?? Profile).LargestHidden + 1, number - 2), number + 2) : (0, 0);
    }

    /// <summary>A number that is shown, or hidden, as the sum of the cells.</summary>
    public void Read(string words, params string[] cells) => numbers.Add(([.. cells.Order(StringComparer.Ordinal)], Range(words)));

    /// <summary>A number in a table that stands for itself: a nought there tells of nobody, whatever else is read.</summary>
    public void ReadAlone(string words, string cell)
    {
        Read(words, cell);
        if (Range(words) is (_, 0)) noughts.Add(cell);
    }

    /// <summary>A number that another page shows, whatever is decided about the ones that are judged.</summary>
    public void ReadElsewhere(string words, params string[] cells)
    {
        Read(words, cells);
        settled.Add(Name(cells));
    }

    /// <summary>A number that went through another profile.</summary>
    public void ReadUnder(DisclosureProfile profile, string words, params string[] cells)
    {
        numbers.Add(([.. cells.Order(StringComparer.Ordinal)], Range(words, profile)));
        stricter[Name(cells)] = profile;
    }

    /// <summary>A change that no page shows. It must not be told if it is small, and nobody is told whether it is.</summary>
    public void Change(string cell)
    {
        numbers.Add(([cell], null));
        changes.Add(cell);
    }

    /// <summary>A total that is told exactly.</summary>
    public void Know(int total, params string[] cells) => totals.Add((cells, total));

    /// <summary>The parts are the whole, whatever both are.</summary>
    public void AddUp(string whole, params string[] parts) => sums.Add((parts, whole));

    /// <summary>The cells are together at least, or at most, so many times another.</summary>
    public void Bound(string of, int times, bool atLeast, params string[] cells) => bounds.Add((cells, of, times, atLeast));

    /// <summary>Small numbers that can take fewer than three values, while the exact totals, noughts that stand for themselves, and what other pages show would leave more.</summary>
    public IReadOnlyList<string> Leaks(Func<string, int> truth)
    {
        var groups = numbers.GroupBy(n => Name(n.Cells), StringComparer.Ordinal).Select(g => (Name: g.Key, g.First().Cells, Shown: g.Where(n => n.Shown is not null).Select(n => n.Shown!.Value).ToList())).ToList();
        var leaks = new List<string>();
        foreach (var told in new[] { false, true })
        {
            var (seen, open) = (Program(groups, told, false, truth), Program(groups, told, true, truth));
            foreach (var (name, cells, _) in groups.Where(g => g.Shown.Count == 0 && IsSmall(g.Name, g.Cells.Sum(truth))))
            {
                var width = seen.Program.Width(seen.At[name]);
                if (width < Disclosure.LeastChoices - 1 - 1e-6 && width < open.Program.Width(open.At[name]) - 1e-6)
                    leaks.Add($"{name} ({cells.Sum(truth)}) is known to within {width:0.##}{(told ? " by somebody who was told what is small" : "")}");
            }
        }
        return leaks;
    }

    private bool IsSmall(string name, int count) => changes.Contains(name) ? count is > 0 and <= SnapshotGuard.SmallChange : ProfileOf(name).Hides(count);

    private DisclosureProfile ProfileOf(string name) => stricter.GetValueOrDefault(name, Profile);

    private static string Name(IEnumerable<string> cells) => string.Join(" + ", cells.Order(StringComparer.Ordinal));

    private (LinearProgram Program, Dictionary<string, int> At) Program(List<(string Name, string[] Cells, List<(int Low, int High)> Shown)> groups, bool told, bool open, Func<string, int> truth)
    {
        var (program, at) = (new LinearProgram(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (name, cells, shown) in groups.OrderBy(g => g.Cells.Length))
        {
            var range = shown.Count > 0 && (!open || noughts.Contains(name) || settled.Contains(name)) ? (shown.Max(s => s.Low), shown.Min(s => s.High))
                : told && shown.Count == 0 && !changes.Contains(name) && ProfileOf(name).Hides(cells.Sum(truth)) ? (ProfileOf(name).HidesNought ? 0 : 1, ProfileOf(name).LargestHidden)
                : (0, LinearProgram.Endless);
            at[name] = program.Unknown(range.Item1, range.Item2);
            if (cells.Length > 1) program.AddUp(cells.Select(Cell), at[name]);
        }
        foreach (var (cells, sum) in totals) program.Sum(sum, cells.Select(c => (Cell(c), 1.0)));
        foreach (var (parts, whole) in sums) program.AddUp(parts.Select(Cell), Cell(whole));
        foreach (var (cells, of, times, atLeast) in bounds)
            program.Sum(0, cells.Select(c => (Cell(c), 1.0)).Append((Cell(of), -times)).Append((program.Unknown(0, LinearProgram.Endless), atLeast ? -1.0 : 1.0)));
        return (program, at);

        int Cell(string name) => at.TryGetValue(name, out var known) ? known : at[name] = program.Unknown(0, LinearProgram.Endless);
    }
}
