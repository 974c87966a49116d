using System.Globalization;

namespace CommunityVoice;

/// <summary>Money, kept in whole pence, as people write it.</summary>
public static class Money
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"£48,000", or "£4.50" where there are pence.</summary>
    public static string Words(long pence) => pence % 100 == 0
        ? (pence / 100).ToString("£#,##0;-£#,##0", British)
        : (pence / 100m).ToString("£#,##0.00;-£#,##0.00", British);

    /// <summary>Reads "£48,000", "48000" or "4.50" into pence; none when it is no amount, is below 0 or above £100bn.</summary>
    public static long? Read(string? typed)
    {
        var text = (typed ?? "").Trim().TrimStart('£').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds <= 100_000_000_000m && pounds * 100 == decimal.Truncate(pounds * 100)
            ? (long)(pounds * 100)
            : null;
    }
}
