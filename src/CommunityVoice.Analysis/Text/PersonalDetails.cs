using System.Text.RegularExpressions;

namespace CommunityVoice.Analysis.Text;

/// <summary>What sort of private detail a text seems to hold.</summary>
public enum PersonalDetail
{
    NhsNumber,
    Email,
    Phone,
    Postcode,

    /// <summary>The name of somebody who works in a service, or of anybody named with a title.</summary>
    StaffName,

    /// <summary>A day, or a time to the minute: in a small service it points to who was there.</summary>
    ExactTime,
}

/// <summary>Finds what may identify or reach a person in a text. Places, illnesses and services are nobody's private details.</summary>
public static partial class PersonalDetails
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 500;

    /// <summary>Each detail found, with the words that made us think so, in the order of the text.</summary>
    public static IReadOnlyList<(PersonalDetail Detail, string Words)> In(string text) => [.. NhsNumbers().Matches(text)
            .Where(m => IsNhsNumber(m.Value)).Select(m => (m.Index, PersonalDetail.NhsNumber, m.Value))
            .Concat(Emails().Matches(text).Select(m => (m.Index, PersonalDetail.Email, m.Value)))
            .Concat(Phones().Matches(text).Where(m => !IsPublicLine(m.Value)).Select(m => (m.Index, PersonalDetail.Phone, m.Value)))
            .Concat(Postcodes().Matches(text).Select(m => (m.Index, PersonalDetail.Postcode, m.Value)))
            .Concat(StaffNames.In(text).Select(m => (m.Index, PersonalDetail.StaffName, Value: m.Words)))
            .Concat(ExactTimes.In(text).Select(m => (m.Index, PersonalDetail.ExactTime, Value: m.Words)))
            .OrderBy(found => found.Index)
            .Select(found => (found.Item2, found.Value.Trim()))];

    /// <summary>Ten digits of which the last checks the others by modulus 11.</summary>
    public static bool IsNhsNumber(string written)
    {
        int[] digits = [.. written.Where(char.IsAsciiDigit).Select(d => d - '0')];
        if (digits.Length != 10 || digits.Distinct().Count() == 1) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += digits[i] * (10 - i);
        var check = 11 - (sum % 11);
        return (check == 11 ? 0 : check) == digits[9];
    }

    // Free and national-rate lines belong to services; telling people about one is welcome.
    private static bool IsPublicLine(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.StartsWith("44", StringComparison.Ordinal)) digits = "0" + digits[2..].TrimStart('0');
        return digits.StartsWith("080", StringComparison.Ordinal) || digits.StartsWith("03", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d])", Options, Patience)]
    private static partial Regex NhsNumbers();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", Options, Patience)]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<![\d+.£])(\+44|0)([ ()-]{0,2}\d){9,10}(?!\d)", Options, Patience)]
    private static partial Regex Phones();

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", Options | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Postcodes();
}
