using System.Globalization;
using CommunityVoice.Analysis.Formats;
using CommunityVoice.Bodies;
using CommunityVoice.OpenData;

namespace CommunityVoice.Strategies;

/// <summary>
/// Budget lines as a file. Columns carry the column types of the Fiscal Data Package's budget and spending taxonomies (OpenSpending), so that tools which
/// know those read it; what they have no word for (settings, kind of recipient, terms, shift) has plain names. Amounts are decimal pounds.
/// Who pays and who gets it have an id where they are bodies of this site: that of a register, or their address here.
/// </summary>
public static class BudgetCsv
{
    public const string Id = "budget-line-id";
    public const string Action = "activity:generic:project:code";
    public const string ActionTitle = "activity:generic:project:label";
    public const string Title = "economic-classification:generic:label";
    public const string Value = "value";
    public const string Currency = "value-currency:code";
    public const string Year = "date:fiscal-year";
    public const string Starts = "date:fiscal:activity-start";
    public const string Ends = "date:fiscal:activity-end";
    public const string Source = "fin-source:generic:label";
    public const string Kind = "expenditure-type:code";
    public const string From = "from-setting";
    public const string To = "to-setting";
    public const string RecipientKind = "recipient-kind";
    public const string Recipient = "recipient:generic:name";
    public const string Level = "decision-level";
    public const string Unrestricted = "unrestricted-percent";
    public const string Reporting = "reporting";
    public const string RiskAccepted = "risk-accepted";
    public const string Items = "functional-classification:generic:code";
    public const string Direction = "direction";
    public const string Shift = "shift";
    public const string ShiftCounted = "shift-counted";
    public const string SourceId = "fin-source:generic:code";
    public const string RecipientId = "recipient:generic:id";
    public const string Recurring = "recurring";
    public const string OneOff = "one-off";

    public static IReadOnlyList<string> Columns { get; } =
        [Id, Action, ActionTitle, Title, Value, Currency, Year, Starts, Ends, Source, Kind, From, To, RecipientKind, Recipient, Level, Unrestricted, Reporting, RiskAccepted, Items, Direction, Shift, ShiftCounted, SourceId, RecipientId];

    /// <summary>What a file must have; the other columns are for readers, or may be left out.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Title, Value, Starts, Ends, Source, Kind, From, To, RecipientKind, Recipient, Level, Unrestricted, Reporting, RiskAccepted];

    public static string Write(StrategyVersion version) =>
        Line(Columns) + string.Concat(version.LinesInOrder.Select(l => Line(
        [
            Number(l.Number), l.Action is { } action ? Number(action.Number) : "", l.Action?.Title ?? "", l.Title, Pounds(l.Pence), "GBP",
            Number(FinancialYear.Of(l.StartsOn)), Day(l.StartsOn), Day(l.EndsOn), l.SourceName, l.IsRecurring ? Recurring : OneOff, l.FromSetting, l.ToSetting,
            l.RecipientKind, l.RecipientName, DataCode.Of(l.Level), Number(l.Unrestricted), DataCode.Of(l.Reporting), l.RiskAccepted, string.Join(';', l.Own.Select(i => i.Code)), "expenditure", l.OwnShift, l.Shift,
            BodyId(l.Payer), BodyId(l.Payee),
        ])));

    /// <summary>"48000.00": exact, since pence are whole.</summary>
    public static string Pounds(long pence) => string.Create(CultureInfo.InvariantCulture, $"{pence / 100}.{pence % 100:00}");

    private static string BodyId(Body? body) => body is null ? "" : NamedBodies.IdOf(body);

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(CsvGuard.Field)) + "\r\n";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
