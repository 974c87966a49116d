namespace CommunityVoice.People;

/// <summary>Reads and writes mobile numbers of the UK, the Channel Islands and the Isle of Man.</summary>
public static class MobileNumbers
{
    private const string Country = "44";

    /// <summary>The number as <c>+447700900123</c>, however it was typed; none when it is no mobile number. Those that cost whoever calls them (070) and pagers (076) are none.</summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var isAbroad = text.StartsWith('+');
        if (isAbroad) text = text[1..];
        if (!text.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '(' or ')' or '-' or '‐' or '‑' or '–' or '.')) return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var own = isAbroad ? Behind(digits, Country) : Behind(digits, "00" + Country) ?? Behind(digits, Country) ?? digits;
        if (own is null) return null;
        if (own.StartsWith('0')) own = own[1..];
        else if (own == digits) return null; // within the country it begins with 0
        return own.Length == 10 && IsMobile(own) ? $"+{Country}{own}" : null;
    }

    /// <summary>The number as people here write it.</summary>
    public static string Shown(string number) => Behind(number, "+" + Country) is { Length: 10 } own ? $"0{own[..4]} {own[4..]}" : number;

    private static bool IsMobile(string own) => own[0] == '7' && (own[1] is not ('0' or '6') || own.StartsWith("7624", StringComparison.Ordinal));

    private static string? Behind(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;
}
