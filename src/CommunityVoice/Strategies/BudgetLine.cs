using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Strategies;

/// <summary>How often whoever gets money must report on it, least often first.</summary>
public enum ReportingFrequency
{
    None,
    Yearly,
    HalfYearly,
    Quarterly,
    Monthly,
}

/// <summary>On what terms money is given (rules R-I102 to R-I104): how much of it, in per cent, its recipient may use as it sees fit, how often it reports, and which risk is accepted instead of more control.</summary>
public sealed record GrantTerms(int Unrestricted, ReportingFrequency Reporting, string RiskAccepted);

/// <summary>What a budget line says of itself. Settings and the kind of recipient are codes of <see cref="MoneyLists"/>.</summary>
public sealed record LineFacts(
    string Title, long Pence, DateOnly StartsOn, DateOnly EndsOn, string Source, bool IsRecurring, string FromSetting, string ToSetting,
    string RecipientKind, string Recipient, DecisionLevel Level, GrantTerms Terms, StrategyAction? Action, IReadOnlyList<FrameworkItem> Items)
{
    /// <summary>A shift of <see cref="MoneyLists"/>, <see cref="BudgetLine.NoShift"/>, or empty to take that of the action.</summary>
    public string Shift { get; init; } = "";

    /// <summary>The body of this site that pays; its name takes the place of the source.</summary>
    public Body? Payer { get; init; }

    /// <summary>The body of this site that gets it; its name takes the place of the recipient.</summary>
    public Body? Payee { get; init; }
}

/// <summary>Money for a period, in pence: from where to where, to whom, on what terms, for which action and priorities.</summary>
public sealed class BudgetLine : INeverOnCachedPages // its version, edited with it, names the pages
{
    public const int TitleMaxLength = 200;
    public const int CodeMaxLength = 40;

    /// <summary>It belongs to none of the shifts, whatever its action does.</summary>
    public const string NoShift = "none";
    public const int NameMaxLength = 160;
    public const int RiskMaxLength = 500;

    private BudgetLine() { } // EF Core

    internal BudgetLine(StrategyVersion version, int number, LineFacts facts)
    {
        (Version, VersionId, Number) = (version, version.Id, number);
        Take(facts);
    }

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public StrategyVersion Version { get; private set; } = null!;

    /// <summary>Stays the same from version to version; in files it is the line's id.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>For the whole period, in pence.</summary>
    public long Pence { get; private set; }
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day of the period.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Who pays, as it was written; a body's name as it was then.</summary>
    public string Source { get; private set; } = "";
    public long? PayerId { get; private set; }

    /// <summary>The body of this site that pays; none where it is somebody else.</summary>
    public Body? Payer { get; private set; }

    /// <summary>Meant to go on after the period.</summary>
    public bool IsRecurring { get; private set; }
    public string FromSetting { get; private set; } = "";
    public string ToSetting { get; private set; } = "";
    public string RecipientKind { get; private set; } = "";

    /// <summary>Who gets it, as it was written; a body's name as it was then.</summary>
    public string Recipient { get; private set; } = "";
    public long? PayeeId { get; private set; }

    /// <summary>The body of this site that gets it; none where it is somebody else.</summary>
    public Body? Payee { get; private set; }

    /// <summary>Where it is held and decided on; a level outlives the bodies at it (rule R-I18).</summary>
    public DecisionLevel Level { get; private set; }

    /// <summary>How much of it, in per cent, whoever gets it may use as they see fit; the rest is for one purpose only.</summary>
    public int Unrestricted { get; private set; }
    public ReportingFrequency Reporting { get; private set; }

    /// <summary>Which risk is accepted instead of more control, in public.</summary>
    public string RiskAccepted { get; private set; } = "";

    /// <summary>Its own shift (rule R-I8); empty takes that of its action.</summary>
    public string OwnShift { get; private set; } = "";
    public long? ActionId { get; private set; }
    public StrategyAction? Action { get; private set; }
    public List<LineItem> Items { get; } = [];

    public string SourceName => Payer?.Name ?? Source;

    public string RecipientName => Payee?.Name ?? Recipient;

    /// <summary>The items it is for: its own, or else those of its action. None means that the money is linked to no priority.</summary>
    public IReadOnlyList<FrameworkItem> Serves => Items.Count > 0 ? Own : Action?.Serves ?? [];

    /// <summary>The code of the shift that it counts for; empty where it is for none.</summary>
    public string Shift => OwnShift switch { "" => Action?.Shift ?? "", NoShift => "", _ => OwnShift };

    /// <summary>Whole months of the period.</summary>
    public int Months => Math.Max(1, ((EndsOn.AddDays(1).Year - StartsOn.Year) * 12) + EndsOn.AddDays(1).Month - StartsOn.Month);

    /// <summary>What it comes to in twelve months, to the nearest penny.</summary>
    public long PenceAYear => new CountedLine(this, Pence).PenceAYear;

    public GrantTerms Terms => new(Unrestricted, Reporting, RiskAccepted);

    /// <summary>"2026/27", or "2026/27 to 2028/29": the financial years, from April, that the period touches.</summary>
    public string Years => FinancialYear.Words(StartsOn, EndsOn);

    /// <summary>Its period ended before a day.</summary>
    public bool IsOverOn(DateOnly day) => EndsOn < day;

    internal IReadOnlyList<FrameworkItem> Own => [.. Items.Select(i => i.Item).OrderBy(i => i.Order).ThenBy(i => i.Id)];

    internal LineFacts Facts => new(
        Title, Pence, StartsOn, EndsOn, Source, IsRecurring, FromSetting, ToSetting, RecipientKind, Recipient, Level, Terms, Action, Own)
    {
        Shift = OwnShift,
        Payer = Payer,
        Payee = Payee,
    };

    internal void Take(LineFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Title)) throw new ArgumentException("A line says what it is for.", nameof(facts));
        if (facts.Pence <= 0) throw new ArgumentException("A line has money.", nameof(facts));
        if (facts.EndsOn < facts.StartsOn) throw new ArgumentException("A period ends after it starts.", nameof(facts));
        if (facts.Terms.Unrestricted is < 0 or > 100) throw new ArgumentException("A part of the money is between 0 and 100 per cent.", nameof(facts));
        (Title, Pence, StartsOn, EndsOn) = (facts.Title, facts.Pence, facts.StartsOn, facts.EndsOn);
        (Source, Payer, PayerId) = (facts.Payer?.Name ?? facts.Source, facts.Payer, facts.Payer?.Id is > 0 and var payer ? payer : null);
        (Recipient, Payee, PayeeId) = (facts.Payee?.Name ?? facts.Recipient, facts.Payee, facts.Payee?.Id is > 0 and var payee ? payee : null);
        (IsRecurring, FromSetting, ToSetting) = (facts.IsRecurring, facts.FromSetting, facts.ToSetting);
        (RecipientKind, Level) = (facts.RecipientKind, facts.Level);
        OwnShift = facts.Shift;
        (Unrestricted, Reporting, RiskAccepted) = (facts.Terms.Unrestricted, facts.Terms.Reporting, facts.Terms.RiskAccepted);
        (Action, ActionId) = (facts.Action, facts.Action?.Id is > 0 and var id ? id : null);
        Items.RemoveAll(i => !facts.Items.Contains(i.Item));
        Items.AddRange(facts.Items.Except(Items.Select(i => i.Item)).Select(i => new LineItem(this, i)));
    }

    internal void LoseAction() => (Action, ActionId) = (null, null);
}

/// <summary>A budget line is for an item of the framework.</summary>
public sealed class LineItem : INeverOnCachedPages
{
    private LineItem() { } // EF Core

    internal LineItem(BudgetLine line, FrameworkItem item) => (Line, LineId, Item, ItemId) = (line, line.Id, item, item.Id);

    public long LineId { get; private set; }
    public BudgetLine Line { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;
}

/// <summary>The public sector's year, from 1 April; named by the year it begins in.</summary>
public static class FinancialYear
{
    public static int Of(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    public static DateOnly FirstDay(int year) => new(year, 4, 1);

    public static DateOnly LastDay(int year) => new(year + 1, 3, 31);

    public static string Words(int year) => $"{year}/{(year + 1) % 100:00}";

    /// <summary>The years that a period touches.</summary>
    public static string Words(DateOnly first, DateOnly last) => Of(first) == Of(last) ? Words(Of(first)) : $"{Words(Of(first))} to {Words(Of(last))}";

    /// <summary>The year that "2025/26" names; none for anything else.</summary>
    public static int? Read(string? text) =>
        text?.Trim() is { Length: 7 } words && int.TryParse(words.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2200 && Words(year) == words ? year : null;

    /// <summary>What may have been meant by a year written in another way: "2026/6" and "2025-26" may both mean 2025/26 (rule R-I9).</summary>
    public static string? Guess(string? text)
    {
        if ((text ?? "").Split(['/', '-', '–', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [{ Length: 4 } first, .. var rest]) return null;
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or >= 2200) return null;
        // One figure after the year is the end of that same year: 2026/6 is the year that ends in 2026.
        return Words(rest is [{ Length: 1 } last, ..] && first.EndsWith(last, StringComparison.Ordinal) ? year - 1 : year);
    }
}
