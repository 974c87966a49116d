using System.Globalization;

namespace CommunityVoice.Web.OpenData;

/// <summary>Which part of a list is asked for: so many rows after a key. By key and never by offset, so that a walk over the pages meets each row exactly once.</summary>
public sealed record DataPage(long After, int Limit, string? Hook = null)
{
    public const string AfterKey = "after";
    public const string LimitKey = "limit";

    /// <summary>Keeps only what rests on the law of this code; of consultations.</summary>
    public const string HookKey = "hook";

    /// <summary>Names a place to compare, once for each.</summary>
    public const string PlaceKey = "a";

    /// <summary>The step of a thread that is leafed through, and its page.</summary>
    public const string StepKey = "show";
    public const string NumberKey = "page";

    /// <summary>An earlier version of a decision.</summary>
    public const string VersionKey = "version";

    /// <summary>How many are on a page, as Open Referral UK asks.</summary>
    public const string SizeKey = "per_page";

    /// <summary>Rows of JSON, unless fewer or more are asked for.</summary>
    public const int Usual = 100;
    public const int MostJson = 500;

    /// <summary>Rows of CSV: whole files, but for the very largest.</summary>
    public const int MostCsv = 10_000;

    /// <summary>One more than is shown tells whether there is more.</summary>
    public int ToRead => Limit + 1;

    /// <summary>Reads the query; or says what is wrong with it.</summary>
    public static (DataPage? Page, string? Wrong) Read(IQueryCollection query, bool isCsv)
    {
        var (usual, most) = isCsv ? (MostCsv, MostCsv) : (Usual, MostJson);
        var (after, limit) = (query[AfterKey].ToString(), query[LimitKey].ToString());
        if (Number(after, 0) is not (>= 0 and var from)) return (null, $"“{AfterKey}” is the number that the address of the next page holds; leave it out for the first page.");
        if (Number(limit, usual) is not (>= 1 and var rows) || rows > most) return (null, $"“{LimitKey}” is a number of rows from 1 to {most}.");
        return (new(from, (int)rows, query[HookKey] is [{ Length: > 0 } hook] ? hook : null), null);
    }

    /// <summary>The address of the page after this row.</summary>
    public string Next(string path, long last, bool isCsv) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?{AfterKey}={last}") + (Limit == (isCsv ? MostCsv : Usual) ? "" : string.Create(CultureInfo.InvariantCulture, $"&{LimitKey}={Limit}"))
        + (Hook is null ? "" : $"&{HookKey}={Uri.EscapeDataString(Hook)}");

    private static long? Number(string text, long otherwise) =>
        text.Length == 0 ? otherwise : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
