using System.Globalization;
using CommunityVoice.Analysis.Formats;
using CommunityVoice.Bodies;
using CommunityVoice.Frameworks;
using CommunityVoice.OpenData;

namespace CommunityVoice.Strategies;

/// <summary>One row of a file of budget lines: what it would do, or what is wrong with it.</summary>
public sealed record ImportRow(int Line, int? Number, string Title, string Amount, string Source, string Recipient, LineFacts? Facts, bool IsNew, IReadOnlyList<string> Errors)
{
    /// <summary>What is right, and yet may not be what somebody meant.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>
/// A file of budget lines, read against a draft. Reading changes nothing: <see cref="Apply"/> does, and only when every row is right.
/// Rows with the id of a line take its place, others are added; lines that are not in the file stay.
/// </summary>
public sealed record BudgetImport(StrategyVersion Version, IReadOnlyList<ImportRow> Rows, IReadOnlyList<string> Errors)
{
    public const int MostRows = 2000;

    public bool IsRight => Errors.Count == 0 && Rows.Count > 0 && Rows.All(r => r.Errors.Count == 0);

    public int Added => Rows.Count(r => r.IsNew);

    public int Staying => Version.Lines.Count(l => !Rows.Any(r => r.Number == l.Number));

    public static BudgetImport Read(string text, StrategyVersion version, MoneyLists lists, NamedBodies bodies)
    {
        var rows = CsvRows.Of(text);
        if (rows.Count == 0) return new(version, [], ["There is nothing in it. Paste the whole file, its first line included"]);
        if (rows.Count - 1 > MostRows) return new(version, [], [$"There are more than {MostRows:N0} lines. Bring them in as several files"]);
        List<string> header = [.. rows[0].Fields.Select(f => f.Trim())];
        List<string> missing = [.. BudgetCsv.Needed.Except(header)];
        if (missing.Count > 0) return new(version, [], [$"The first line lacks {(missing.Count == 1 ? "this column" : "these columns")}: {string.Join(", ", missing)}"]);
        if (rows.Count == 1) return new(version, [], ["There is a first line and no other"]);
        var read = new RowReader(header, version, lists, bodies);
        return new(version, [.. rows.Skip(1).Select(r => read.Read(r.Line, r.Fields))], []);
    }

    public void Apply()
    {
        if (!IsRight) throw new InvalidOperationException("Only a file without errors is brought in.");
        foreach (var row in Rows.OrderBy(r => r.Number is null))
        {
            if (Version.Lines.Find(l => l.Number == row.Number) is { } line) Version.Rewrite(line, row.Facts!);
            else Version.AddLine(row.Facts!, row.Number);
        }
    }
}

/// <summary>Reads rows of one file, collecting what is wrong with each.</summary>
internal sealed class RowReader(List<string> header, StrategyVersion version, MoneyLists lists, NamedBodies bodies)
{
    private readonly HashSet<int> seen = [];
    private List<string> fields = [];
    private List<string> errors = [];
    private List<string> notes = [];

    public ImportRow Read(int line, List<string> row)
    {
        (fields, errors, notes) = (row, [], []);
        if (row.Count > header.Count) errors.Add($"There are {row.Count} fields under {header.Count} columns: put text that holds a comma in quotes");
        var number = Number();
        var pence = Pence();
        var (starts, ends) = (Day(BudgetCsv.Starts, "first"), Day(BudgetCsv.Ends, "last"));
        if (starts > ends) errors.Add("The last day is before the first day");
        if (Text(BudgetCsv.Currency) is not ("" or "GBP")) errors.Add("The currency must be GBP");
        if (Text(BudgetCsv.Direction) is not ("" or "expenditure")) errors.Add("The direction must be expenditure");
        var (payer, payee) = (Who(BudgetCsv.SourceId, BudgetCsv.Source, "Paid by"), Who(BudgetCsv.RecipientId, BudgetCsv.Recipient, "Goes to"));
        var facts = new LineFacts(
            Needed(BudgetCsv.Title, "what the money is for", BudgetLine.TitleMaxLength), pence ?? 0, starts ?? default, ends ?? default,
            payer?.Name ?? Needed(BudgetCsv.Source, "where the money comes from", BudgetLine.NameMaxLength),
            OneOf(BudgetCsv.Kind, BudgetCsv.Recurring, BudgetCsv.OneOff), Code(BudgetCsv.From, lists.Settings), Code(BudgetCsv.To, lists.Settings),
            Code(BudgetCsv.RecipientKind, lists.Recipients), payee?.Name ?? Needed(BudgetCsv.Recipient, "who gets it", BudgetLine.NameMaxLength),
            Word<DecisionLevel>(BudgetCsv.Level), new(Percent(), Word<ReportingFrequency>(BudgetCsv.Reporting), Short(BudgetCsv.RiskAccepted, BudgetLine.RiskMaxLength)), Action(), Items())
        {
            Shift = Text(BudgetCsv.Shift) is "" or BudgetLine.NoShift ? Text(BudgetCsv.Shift) : Code(BudgetCsv.Shift, lists.Shifts),
            Payer = payer,
            Payee = payee,
        };
        return new(line, number, facts.Title, Text(BudgetCsv.Value), facts.Source, facts.Recipient, errors.Count == 0 ? facts : null, number is null || !version.Lines.Exists(l => l.Number == number), errors)
        {
            Notes = notes,
        };
    }

    private string Text(string column) => header.IndexOf(column) is >= 0 and var at && at < fields.Count ? CsvGuard.Strip(fields[at].Trim()).Trim() : "";

    // The id tells, and a name beside it that is changed is not passed over in silence.
    private Body? Who(string id, string name, string does)
    {
        var (body, text) = (bodies.Find(Text(id), Text(name)), Text(name));
        if (Text(id) is { Length: > 0 } given && (body is null || !NamedBodies.IsId(body, given)))
        {
            if (body?.OrganisationId is { } own) errors.Add($"Under {id} is {given}, and {body.Name} has the id {own} here: put one right");
            else notes.Add($"{given} under {id} names no single organisation here: the name alone is kept");
            return body;
        }
        if (body is null || text.Length == 0 || string.Equals(body.Name.Trim(), text, StringComparison.OrdinalIgnoreCase)) return body;
        if (bodies.Find(text) is not { } named) notes.Add($"{does} {body.Name}, by its id; the file says {text}");
        else if (named != body) errors.Add($"Under {id} is the id of {body.Name}, and the name is {text}: put one right");
        return body;
    }

    private int? Number()
    {
        if (Text(BudgetCsv.Id) is not { Length: > 0 } text) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 100_000) errors.Add($"{BudgetCsv.Id} must be a number from 1, or empty for a new line");
        else if (!seen.Add(number)) errors.Add($"Line {number} is there twice");
        else return number;
        return null;
    }

    private long? Pence()
    {
        var pence = Money.Read(Text(BudgetCsv.Value));
        if (pence is null or 0) errors.Add($"{BudgetCsv.Value} must be an amount in pounds, such as 48000.00");
        return pence;
    }

    private DateOnly? Day(string column, string which)
    {
        if (DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200) return day;
        errors.Add($"{column} must be the {which} day of the period, such as 2026-04-01");
        return null;
    }

    private string Needed(string column, string what, int most)
    {
        var text = Text(column);
        if (text.Length == 0) errors.Add($"Enter {what} under {column}");
        return Short(column, most);
    }

    private string Short(string column, int most)
    {
        var text = Text(column);
        if (text.Length > most) errors.Add($"{column} has {text.Length} characters: use {most} at most");
        return text;
    }

    private int Percent()
    {
        if (int.TryParse(Text(BudgetCsv.Unrestricted), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100) return percent;
        errors.Add($"{BudgetCsv.Unrestricted} must be a whole number from 0 to 100");
        return 0;
    }

    private T Word<T>(string column)
        where T : struct, Enum
    {
        var text = Text(column);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(DataCode.Of(value), text, StringComparison.OrdinalIgnoreCase)) return value;
        }
        errors.Add($"{column} must be one of {string.Join(", ", Enum.GetValues<T>().Select(DataCode.Of))}");
        return default;
    }

    private bool OneOf(string column, string yes, string no)
    {
        var text = Text(column).ToLowerInvariant();
        if (text != yes && text != no) errors.Add($"{column} must be {yes} or {no}");
        return text == yes;
    }

    private string Code(string column, IReadOnlyList<MoneyCode> list)
    {
        var text = Text(column);
        if (list.FirstOrDefault(c => string.Equals(c.Code, text, StringComparison.OrdinalIgnoreCase)) is { } known) return known.Code;
        errors.Add($"{column} must be one of {string.Join(", ", list.Select(c => c.Code))}");
        return text;
    }

    private StrategyAction? Action()
    {
        if (Text(BudgetCsv.Action) is not { Length: > 0 } text) return null;
        var action = version.Actions.Find(a => a.Number.ToString(CultureInfo.InvariantCulture) == text);
        if (action is null) errors.Add($"There is no action {text}");
        return action;
    }

    private List<FrameworkItem> Items()
    {
        var items = new List<FrameworkItem>();
        foreach (var code in Text(BudgetCsv.Items).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            if (version.Strategy.Framework.Items.Find(i => i.Code == code) is { } item) items.Add(item);
            else errors.Add($"There is no priority with the code {code}");
        }
        return items;
    }
}
