using System.Globalization;

namespace CommunityVoice.Recommendations;

/// <summary>The public holidays of the years that are known here; of any other year nothing is claimed.</summary>
public sealed class BankHolidays
{
    private readonly HashSet<DateOnly> days;
    private readonly HashSet<int> years;

    private BankHolidays(HashSet<DateOnly> days, HashSet<int> years) => (this.days, this.years) = (days, years);

    /// <summary>The last year of which all holidays are known.</summary>
    public int LastYear => years.Max();

    public bool Knows(DateOnly day) => years.Contains(day.Year);

    public bool Contains(DateOnly day) => days.Contains(day);

    /// <summary>Reads a list of one day a line, "2026-12-25 Christmas Day"; lines with # are notes. More days may be closed besides.</summary>
    public static BankHolidays Read(string name, string text, IEnumerable<DateOnly>? alsoClosed = null)
    {
        var listed = new HashSet<DateOnly>();
        foreach (var (line, number) in text.Split('\n').Select((l, i) => (l.Trim(), i + 1)).Where(l => l.Item1.Length > 0 && l.Item1[0] != '#'))
        {
            if (!DateOnly.TryParseExact(line.Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw new InvalidDataException($"{name}, line {number}: \"{line}\" does not begin with a date such as 2026-12-25.");
            listed.Add(day);
        }
        if (listed.Count == 0) throw new InvalidDataException($"{name} lists no holiday, so no working day can be counted.");
        // Days that only a setting adds do not make their year known: its other holidays may be missing.
        var known = listed.Select(d => d.Year).ToHashSet();
        listed.UnionWith(alsoClosed ?? []);
        return new(listed, known);
    }
}
